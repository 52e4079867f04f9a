package dev.hatchery.cli.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a broken connection is taken.
 *
 * @param first how long to wait before the first new attempt; each further one waits twice as long
 * @param most the longest wait between two attempts
 * @param silence how long a connection may say nothing before it counts as broken
 * @param whole how long there may be no server before we give up
 */
public record Patience(Duration first, Duration most, Duration silence, Duration whole) {
  /** A server is never silent for more than 5 s, and restarts in a few. */
  public static final Patience USUAL =
      new Patience(
          Duration.ofMillis(250),
          Duration.ofSeconds(4),
          Duration.ofSeconds(15),
          Duration.ofSeconds(60));

  /** For whoever only watches a run: an upgrade of the server takes minutes. */
  public static final Patience LONG =
      new Patience(USUAL.first, USUAL.most, USUAL.silence, Duration.ofMinutes(10));

  /**
   * For whoever watches a Hatchery rather than a run: that it is away is nothing to give up for.
   */
  public static final Patience STEADFAST =
      new Patience(USUAL.first, USUAL.most, USUAL.silence, Duration.ofDays(365));

  /**
   * The wait before attempt 1, 2, 3 …
   *
   * @param asked how long the server wants a client to wait that lost it, or null
   */
  Duration before(int attempt, @Nullable Duration asked) {
    if (attempt == 1 && asked != null) {
      return asked.compareTo(most) < 0 ? asked : most;
    }
    var doubled = first.multipliedBy(1L << Math.min(attempt - 1, Byte.SIZE * 2));
    return doubled.compareTo(most) < 0 ? doubled : most;
  }
}
