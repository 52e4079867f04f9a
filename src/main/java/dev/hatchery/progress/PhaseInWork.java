package dev.hatchery.progress;

import dev.hatchery.protocol.Eta;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.MissionHappening;
import dev.hatchery.protocol.Progress;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known of the phase that a run is in: the last report, the silence since, the guess. */
final class PhaseInWork {
  private static final Duration SHORTEST_SILENCE = Duration.ofSeconds(1);
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(3);
  private static final int TYPICAL_PER_SILENCE = 6;

  private final Progress.Enter entered;
  private final Instant begun;
  private final double start;
  private final double end;
  private final Guessing guessing;
  private final Remaining remaining = new Remaining();
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
    this.guessing =
        new Guessing(
            new Estimate(Math.max(start, shown), end, now, entered.typical()),
            plan.estimateCeiling(entered.phase()),
            now);
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
      guessing.follow(new Estimate(shown, end, now.plus(silence()), entered.typical()));
    }
  }

  /** See {@link Guessing#take}. */
  @Nullable Double estimate(double shown, Instant now) {
    return guessing.take(shown, now);
  }

  /** See {@link Guessing#due}. */
  @Nullable Instant estimateDue(double shown) {
    return guessing.due(shown);
  }

  /** The tick of the last report, with a remaining time where it has none of its own. */
  Happening tick(@Nullable Eta eta) {
    if (tick instanceof MissionHappening.StepProgress step && step.eta() == null) {
      return new MissionHappening.StepProgress(step.step(), eta);
    }
    return tick instanceof Happening.AvatarProgress avatar && avatar.eta() == null
        ? new Happening.AvatarProgress(
            avatar.rendererPercent(), avatar.step(), avatar.steps(), eta, avatar.previewUrl())
        : tick;
  }

  /** What ticks say for people: the last report's words, until silence. */
  String message(Instant now) {
    return now.isBefore(heardAt.plus(silence())) ? message : entered.silentMessage();
  }

  /** From its steps where it is the last phase and shows them, else from history; or null. */
  @Nullable Eta eta(boolean last, Instant now) {
    var counted = last ? remaining.at(now) : null;
    return counted == null ? outlook(now) : counted;
  }

  /** What is left of what history promised, or null when it is overdue or there is none. */
  private @Nullable Eta outlook(Instant now) {
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
