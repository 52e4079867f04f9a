package dev.hatchery.task;

import dev.hatchery.protocol.Eta;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long work still takes, from how long its last steps took. It never changes, and there is a
 * new one at most once a second, so it is kept and given back for nothing.
 */
final class Pace {
  private static final int STEPS_LEAST = 2;
  private static final int STEPS_MOST = 20;
  private static final double HALF = 0.5;
  private static final double NINE_OF_TEN = 0.9;

  /** Steps that come faster are taken together. */
  private static final Duration STEP_LEAST = Duration.ofSeconds(1);

  private final double done;
  private final @Nullable Instant since;

  /** Milliseconds that all of the work would take at the pace of one step. */
  private final List<Double> paces;

  private final List<Double> sorted;

  /** Work that was {@code done}, 0 to 1, at a time; null when nobody knows at which. */
  Pace(double done, @Nullable Instant since) {
    this(done, since, List.of());
  }

  private Pace(double done, @Nullable Instant since, List<Double> paces) {
    this.done = done;
    this.since = since;
    this.paces = paces;
    this.sorted = paces.stream().sorted().toList();
  }

  /** The pace when so much is done, 0 to 1. */
  Pace hear(double part, Instant now) {
    if (part <= done) {
      return this;
    }
    if (since == null) {
      return new Pace(part, now, paces);
    }
    var took = Duration.between(since, now);
    return took.compareTo(STEP_LEAST) < 0
        ? this
        : new Pace(part, now, with(took.toMillis() / (part - done)));
  }

  private List<Double> with(double newest) {
    var last = new ArrayList<>(paces);
    last.add(newest);
    return List.copyOf(last.subList(Math.max(0, last.size() - STEPS_MOST), last.size()));
  }

  /** How long it still takes, or null while nobody can say, and when it is overdue. */
  @Nullable Eta eta(Instant now) {
    if (since == null || sorted.size() < STEPS_LEAST) {
      return null;
    }
    var elapsed = Duration.between(since, now).toMillis();
    var p90 = pace(NINE_OF_TEN) * (1 - done) - elapsed;
    var p50 = Math.max(0, pace(HALF) * (1 - done) - elapsed);
    return p90 <= 0 ? null : new Eta(millis(p50), millis(p90));
  }

  private double pace(double quantile) {
    return sorted.get((int) Math.ceil(quantile * sorted.size()) - 1);
  }

  private static Duration millis(double millis) {
    return Duration.ofMillis(Math.round(millis));
  }
}
