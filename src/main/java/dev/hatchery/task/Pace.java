package dev.hatchery.task;

import dev.hatchery.protocol.Eta;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** How long work still takes, from how long its last steps took. */
final class Pace {
  private static final int STEPS_LEAST = 2;
  private static final int STEPS_MOST = 20;
  private static final double HALF = 0.5;
  private static final double NINE_OF_TEN = 0.9;

  /** Steps that come faster are taken together. */
  private static final Duration STEP_LEAST = Duration.ofSeconds(1);

  /** Milliseconds that all of the work would take at the pace of one step. */
  private final Deque<Double> paces = new ArrayDeque<>();

  private double done;
  private @Nullable Instant since;

  /** Work that was {@code done}, 0 to 1, at a time; null when nobody knows at which. */
  Pace(double done, @Nullable Instant since) {
    this.done = done;
    this.since = since;
  }

  /** Hears how much is done, 0 to 1. */
  void hear(double part, Instant now) {
    if (part <= done) {
      return;
    }
    if (since != null) {
      var took = Duration.between(since, now);
      if (took.compareTo(STEP_LEAST) < 0) {
        return;
      }
      paces.add(took.toMillis() / (part - done));
    }
    if (paces.size() > STEPS_MOST) {
      paces.remove();
    }
    done = part;
    since = now;
  }

  /** How long it still takes, or null while nobody can say, and when it is overdue. */
  @Nullable Eta eta(Instant now) {
    if (since == null || paces.size() < STEPS_LEAST) {
      return null;
    }
    var elapsed = Duration.between(since, now).toMillis();
    var p90 = pace(NINE_OF_TEN) * (1 - done) - elapsed;
    var p50 = Math.max(0, pace(HALF) * (1 - done) - elapsed);
    return p90 <= 0 ? null : new Eta(millis(p50), millis(p90));
  }

  private double pace(double quantile) {
    var sorted = paces.stream().sorted().toList();
    return sorted.get((int) Math.ceil(quantile * sorted.size()) - 1);
  }

  private static Duration millis(double millis) {
    return Duration.ofMillis(Math.round(millis));
  }
}
