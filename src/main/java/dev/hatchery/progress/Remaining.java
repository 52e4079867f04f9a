package dev.hatchery.progress;

import dev.hatchery.protocol.Eta;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * How long a measured phase still takes, learned from its completed steps alone. The first step
 * warms up and tells nothing; between two steps it counts down, but not past the next one.
 */
final class Remaining {
  private static final int SAMPLES_MOST = 20;
  private static final double HALF = 0.5;
  private static final double NINE_OF_TEN = 0.9;

  /** Milliseconds that the whole phase would take at the pace of one step. */
  private final Deque<Double> paces = new ArrayDeque<>();

  private @Nullable Instant stepped;
  private double fraction;
  private double step;

  /** Hears a measured fraction, 0 to 1; the same one again is not a step. */
  void hear(double measured, Instant now) {
    if (measured < fraction) {
      startOver();
    } else if (measured > fraction) {
      complete(measured - fraction, now);
    }
    fraction = measured;
  }

  /** How long it still takes, or null while nobody can say. */
  @Nullable Eta at(Instant now) {
    if (stepped == null || paces.isEmpty() || fraction >= 1) {
      return null;
    }
    var elapsed = Duration.between(stepped, now).toMillis();
    return new Eta(left(HALF, elapsed), left(NINE_OF_TEN, elapsed));
  }

  /** A bar that went back is another bar. */
  private void startOver() {
    paces.clear();
    stepped = null;
  }

  private void complete(double way, Instant now) {
    if (stepped != null) {
      paces.add(Duration.between(stepped, now).toMillis() / way);
    }
    if (paces.size() > SAMPLES_MOST) {
      paces.remove();
    }
    stepped = now;
    step = way;
  }

  private Duration left(double quantile, long elapsed) {
    var pace = pace(quantile);
    var afterNextStep = pace * Math.max(0, 1 - fraction - step);
    return Duration.ofMillis(Math.round(Math.max(pace * (1 - fraction) - elapsed, afterNextStep)));
  }

  private double pace(double quantile) {
    var sorted = paces.stream().sorted().toList();
    return sorted.get((int) Math.ceil(quantile * sorted.size()) - 1);
  }
}
