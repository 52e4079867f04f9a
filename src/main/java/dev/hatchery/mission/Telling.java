package dev.hatchery.mission;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Checkpoint;
import dev.hatchery.protocol.Deed;
import dev.hatchery.protocol.Findings;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.Mission;
import dev.hatchery.protocol.Mission.Passage;
import dev.hatchery.protocol.Mission.Stage;
import dev.hatchery.protocol.MissionHappening;
import dev.hatchery.protocol.MissionHappening.StepProgress;
import dev.hatchery.protocol.MissionStep;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what happens to one mission and keeps it: each milestone goes into the journal together
 * with the mission as it is then, and only then counts here. On a virtual thread.
 */
final class Telling {
  private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

  private final Bus bus;
  private final InstantSource clock;
  private final Run run;
  private Mission mission;

  Telling(Bus bus, InstantSource clock, Run run) {
    this.bus = bus;
    this.clock = clock;
    this.run = run;
    this.mission = Mission.of(run);
  }

  /** The mission as the journal has it, and what was learned since. */
  Mission mission() {
    return mission;
  }

  void starts(MissionStep step, String message, Findings findings) {
    log(step, step.startsAt());
    reach(
        new MissionHappening.StepStarted(step),
        message,
        step.startsAt(),
        mission.with(findings).with(passage(step, Stage.STARTED, message)),
        List.of());
  }

  void completes(MissionStep step, Outcome outcome) {
    log(step, step.completesAt());
    reach(
        new MissionHappening.StepCompleted(step, outcome.findings()),
        outcome.message(),
        step.completesAt(),
        mission.with(outcome.findings()).with(passage(step, Stage.COMPLETED, outcome.message())),
        outcome.deeds());
  }

  void fails(MissionStep step, Mission.Failure failure, List<Deed> deeds) {
    LOG.atWarn()
        .addKeyValue(RunId.KEY, run.id())
        .log("[PROGRESS_TRACKER] {} failed: {}", place(step), failure.words());
    reach(
        new MissionHappening.StepFailed(step, failure.code()),
        failure.words(),
        null,
        mission.with(passage(step, Stage.FAILED, failure.words())).failing(failure),
        deeds);
  }

  /** Something is known, which is kept with the next that happens. */
  void learns(Findings findings) {
    mission = mission.with(findings);
  }

  /** Its owner is asked. */
  void asks(MissionStep step, String question, List<Deed> deeds) {
    reach(
        new MissionHappening.Asked(step, question),
        question,
        null,
        mission.asking(question),
        deeds);
  }

  /** Something happened within a step. */
  void tells(MissionHappening happening, String message, Mission then) {
    reach(happening, message, null, then, List.of());
  }

  /** The mission ends; nothing can be told after it. */
  void ends(Happening ending, String message, List<Deed> deeds) {
    reach(ending, message, null, mission, deeds);
  }

  /** While nothing is measured, the step may take about so long. */
  void estimates(MissionStep step, String message, Duration typical) {
    bus.announce(
        Addresses.ENTERED,
        new Progress.Enter(
            run.id(),
            run.epoch(),
            step.word(),
            new StepProgress(step, null),
            message,
            message + " It does not say how far it is, so this is our estimate.",
            typical,
            null));
  }

  /** The step has got so far, 0 to 1. */
  void measures(MissionStep step, double fraction, String message) {
    bus.announce(
        Addresses.MEASURED,
        new Progress.Measure(
            run.id(),
            run.epoch(),
            step.word(),
            Math.clamp(fraction, 0, 1),
            new StepProgress(step, null),
            message));
  }

  private Passage passage(MissionStep step, Stage stage, String message) {
    var before = mission.passage(step);
    var now = clock.instant();
    return new Passage(
        step,
        stage,
        before == null ? now : before.startedAt(),
        stage == Stage.STARTED ? null : now,
        message);
  }

  private void reach(
      Happening happening,
      String message,
      @Nullable Double progress,
      Mission then,
      List<Deed> deeds) {
    bus.ask(
            Addresses.REACH,
            new Progress.Reach(
                run.id(),
                run.epoch(),
                happening,
                message,
                progress,
                new Checkpoint.OfMission(then),
                deeds))
        .await();
    mission = then;
  }

  private void log(MissionStep step, double percent) {
    LOG.atInfo()
        .addKeyValue(RunId.KEY, run.id())
        .log("[PROGRESS_TRACKER] {} ({}%)", place(step), Math.round(percent));
  }

  private static String place(MissionStep step) {
    return "Step %d/%d: %s".formatted(step.place(), MissionStep.count(), step.word());
  }
}
