package dev.hatchery.avatar.painter;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Lets no stage be shorter than the pace, so that a painting can be watched. */
final class Pace {
  private final long shortest;
  private final LongSupplier nanos;
  private long begun;

  Pace(Duration shortest, LongSupplier nanos) {
    this.shortest = shortest.toNanos();
    this.nanos = nanos;
    this.begun = nanos.getAsLong();
  }

  /** What of the stage's time is left; the next stage begins when it is over. */
  Duration rest() {
    long left = Math.max(0, shortest - (nanos.getAsLong() - begun));
    begun = nanos.getAsLong() + left;
    return Duration.ofNanos(left);
  }
}
