package dev.hatchery.progress;

import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.Run;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How many runs start before this one, told only when they get fewer, at most once a second. */
final class PlaceInLine {
  private static final Duration APART = Duration.ofSeconds(1);

  private int lowest;
  private Instant next;
  private Happening.@Nullable Queued untold;

  /**
   * A place that was told before.
   *
   * @param lowest what was told last; {@link Integer#MAX_VALUE} for nothing yet, 0 for a run that
   *     waits no more
   * @param next when it may be told again
   */
  PlaceInLine(int lowest, Instant next) {
    this.lowest = lowest;
    this.next = next;
  }

  /** The place of a run as far as it was told. */
  static PlaceInLine of(Run run, Instant now) {
    if (run.status().ended() || run.standing().phase() != null) {
      return new PlaceInLine(0, now);
    }
    return run.lastSeq() == 0
        ? new PlaceInLine(Integer.MAX_VALUE, now)
        : new PlaceInLine(run.ahead(), now.plusSeconds(1));
  }

  /** A place for people. */
  static String words(Happening.Queued queued) {
    return queued.ahead() == 0
        ? "You are next."
        : queued.ahead() + " ahead of you. Your place is kept even if you close this page.";
  }

  void hear(Happening.Queued place) {
    if (place.ahead() < lowest) {
      lowest = place.ahead();
      untold = place;
    }
  }

  /** What to tell now, or null. */
  Happening.@Nullable Queued take(Instant now) {
    if (untold == null || next.isAfter(now)) {
      return null;
    }
    var told = untold;
    untold = null;
    next = now.plus(APART);
    return told;
  }

  /** It was told only now, for others had their turn before; the next time counts from here. */
  void told(Instant now) {
    next = now.plus(APART);
  }

  /** When there is something to tell, or null. */
  @Nullable Instant due() {
    return untold == null ? null : next;
  }

  /** The run waits no more. */
  void leave() {
    untold = null;
    lowest = 0;
  }
}
