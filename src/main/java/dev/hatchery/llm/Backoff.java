package dev.hatchery.llm;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait before asking again: what the provider says, or else longer each time. */
final class Backoff {
  /** Attempts in all. */
  static final int ATTEMPTS = 3;

  private static final Duration MOST = Duration.ofSeconds(8);
  private static final double JITTER = 0.25;

  private final Duration first;
  private final DoubleSupplier random;

  /**
   * Takes off up to a quarter at random, so that not all clients come back at once.
   *
   * @param first the pause after the first failure
   * @param random 0 to 1
   */
  Backoff(Duration first, DoubleSupplier random) {
    this.first = first;
    this.random = random;
  }

  /**
   * The pause after {@code failures} failures.
   *
   * @param failures at least 1
   */
  Duration after(int failures, ModelException last) {
    var said = last.pause();
    if (said != null) {
      return said;
    }
    var doubled =
        Math.min(first.toMillis() * Math.pow(2, failures - 1.0), (double) MOST.toMillis());
    return Duration.ofMillis(Math.round(doubled * (1 - JITTER * random.getAsDouble())));
  }
}
