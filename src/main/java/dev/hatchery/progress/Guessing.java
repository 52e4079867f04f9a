package dev.hatchery.progress;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An estimate, told only where it moves what is shown enough and not too often. */
final class Guessing {
  /** An estimate that moves less is not worth an event. */
  private static final long WORTH_TENTHS = 5;

  private static final Duration APART = Duration.ofMillis(500);

  private final double ceiling;
  private Estimate estimate;
  private Instant toldAt;

  /** One that never shows more than {@code ceiling}. */
  Guessing(Estimate estimate, double ceiling, Instant now) {
    this.estimate = estimate;
    this.ceiling = ceiling;
    this.toldAt = now;
  }

  /** From now on by another estimate. */
  void follow(Estimate other) {
    estimate = other;
  }

  /** The percentage to show instead of {@code shown}, or null when it is not yet worth an event. */
  @Nullable Double take(double shown, Instant now) {
    var due = due(shown);
    if (due == null || due.isAfter(now)) {
      return null;
    }
    toldAt = now;
    return Math.min(estimate.at(now), ceiling);
  }

  /** When it is worth an event, or null when it never is. */
  @Nullable Instant due(double shown) {
    var worth = Tenths.of(Tenths.count(shown) + WORTH_TENTHS);
    var reached = worth > ceiling ? null : estimate.reaches(worth);
    var earliest = toldAt.plus(APART);
    return reached == null || reached.isAfter(earliest) ? reached : earliest;
  }
}
