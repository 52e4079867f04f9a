package dev.hatchery.progress;

import dev.hatchery.protocol.Eta;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.Progress;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known of the phase that a run is in: the last report, the silence since, the guess. */
final class PhaseInWork {
  /** An estimate that moves less is not worth an event. */
  private static final long WORTH_TENTHS = 5;

  private static final Duration ESTIMATES_APART = Duration.ofMillis(500);

  private static final Duration SHORTEST_SILENCE = Duration.ofSeconds(1);
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(3);
  private static final int TYPICAL_PER_SILENCE = 6;

  private final Progress.Enter entered;
  private final Instant begun;
  private final double start;
  private final double end;
  private final double ceiling;
  private final Remaining remaining = new Remaining();
  private Estimate estimate;
  private Instant estimatedAt;
  private double fraction;
  private Happening tick;
  private String message;
  private Instant heardAt;
  private Progress.@Nullable Measure heard;

  PhaseInWork(Progress.Enter entered, Plan plan, double shown, Instant now) {
    this.entered = entered;
    this.begun = now;
    this.start = plan.start(entered.phase());
    this.end = plan.end(entered.phase());
    this.ceiling = plan.estimateCeiling(entered.phase());
    this.estimate = new Estimate(Math.max(start, shown), end, now, entered.typical());
    this.estimatedAt = now;
    this.heardAt = now;
    this.tick = entered.idle();
    this.message = entered.message();
  }

  String name() {
    return entered.phase();
  }

  double start() {
    return start;
  }

  /** Whether a milestone has shown the end of the phase, so that nothing of it counts any more. */
  boolean over(double shown) {
    return shown >= end;
  }

  /** Hears a measured report; false when it says nothing that the one before did not. */
  boolean hear(Progress.Measure report, Instant now) {
    var news = !report.equals(heard);
    heard = report;
    heardAt = now;
    tick = report.tick();
    message = report.message();
    remaining.hear(report.fraction(), now);
    return news;
  }

  /** Measuring goes on: estimates wait for the next silence and start from what is shown then. */
  void measured(double measuredFraction, double shown, Instant now) {
    if (measuredFraction != fraction) {
      fraction = measuredFraction;
      estimate = new Estimate(shown, end, now.plus(silence()), entered.typical());
    }
  }

  /** The percentage to show instead of {@code shown}, or null when it is not yet worth an event. */
  @Nullable Double estimate(double shown, Instant now) {
    var due = estimateDue(shown);
    if (due == null || due.isAfter(now)) {
      return null;
    }
    estimatedAt = now;
    return Math.min(estimate.at(now), ceiling);
  }

  /** When an estimate is worth an event, or null when none ever is. */
  @Nullable Instant estimateDue(double shown) {
    var worth = Tenths.of(Tenths.count(shown) + WORTH_TENTHS);
    var reached = worth > ceiling ? null : estimate.reaches(worth);
    var earliest = estimatedAt.plus(ESTIMATES_APART);
    return reached == null || reached.isAfter(earliest) ? reached : earliest;
  }

  Happening tick() {
    return tick;
  }

  /** What ticks say for people: the last report's words, until silence. */
  String message(Instant now) {
    return now.isBefore(heardAt.plus(silence())) ? message : entered.silentMessage();
  }

  Remaining remaining() {
    return remaining;
  }

  /** What is left of what history promised, or null when it is overdue or there is none. */
  @Nullable Eta outlook(Instant now) {
    var promised = entered.outlook();
    var elapsed = Duration.between(begun, now);
    if (promised == null || fraction >= 1 || elapsed.compareTo(promised.p90()) >= 0) {
      return null;
    }
    var half = promised.p50().minus(elapsed);
    return new Eta(half.isNegative() ? Duration.ZERO : half, promised.p90().minus(elapsed));
  }

  /**
   * How long nothing must be said to count as silence: a sixth of the phase's typical duration, 1 s
   * to 3 s.
   */
  private Duration silence() {
    var share = entered.typical().dividedBy(TYPICAL_PER_SILENCE);
    if (share.compareTo(SHORTEST_SILENCE) < 0) {
      return SHORTEST_SILENCE;
    }
    return share.compareTo(LONGEST_SILENCE) > 0 ? LONGEST_SILENCE : share;
  }
}
