package dev.hatchery.progress;

import dev.hatchery.protocol.Agent;
import dev.hatchery.protocol.AgentId;
import dev.hatchery.protocol.Checkpoint;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Persona;
import dev.hatchery.protocol.PictureId;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs to test with, and what workers say about them. */
final class Runs {
  static final Instant DAWN = Instant.parse("2026-03-01T06:00:00Z");
  static final RunId ID = RunId.random();
  static final Plan PLAN = Plan.hatching(25, 75);
  static final Persona CINDER =
      new Persona(
          "Cinder", "A small dragon that minds a lamp.", List.of("warm"), "A small red dragon");

  private Runs() {}

  static Run fresh() {
    return standing(new Standing(0, 0, null, "", null), 0, 1);
  }

  static Run standing(Standing standing, long lastSeq, long epoch) {
    return standing(RunStatus.RUNNING, standing, lastSeq, epoch);
  }

  static Run standing(RunStatus status, Standing standing, long lastSeq, long epoch) {
    return new Run(
        ID,
        1,
        Owner.LOCAL,
        null,
        new Order.Hatch("a dragon", 1),
        null,
        status,
        standing,
        0,
        DAWN,
        null,
        DAWN,
        null,
        1,
        null,
        "here",
        epoch,
        0,
        lastSeq,
        lastSeq,
        PLAN.phases(),
        Checkpoint.Hatching.NOTHING,
        null,
        null);
  }

  static Progress.Enter enterLlm(long epoch, Duration typical) {
    return new Progress.Enter(
        ID,
        epoch,
        "llm",
        new Happening.LlmProgress(null),
        "Asking.",
        "Our estimate.",
        typical,
        null);
  }

  static Progress.Enter enterAvatar(long epoch, Duration typical) {
    var nothing = Happening.AvatarProgress.NOTHING;
    return new Progress.Enter(
        ID, epoch, "avatar", nothing, "The painter begins.", "Our estimate.", typical, null);
  }

  static Progress.Measure wrote(long epoch, double fraction, int tokens) {
    return new Progress.Measure(
        ID, epoch, "llm", fraction, new Happening.LlmProgress(tokens), "Writing.");
  }

  static Progress.Measure painted(long epoch, double fraction) {
    var tick = new Happening.AvatarProgress(fraction * 100, null, null, null, null);
    return new Progress.Measure(ID, epoch, "avatar", fraction, tick, "Painting.");
  }

  static Progress.Reach reach(long epoch, Happening milestone, @Nullable Double progress) {
    return new Progress.Reach(ID, epoch, milestone, "Reached.", progress, null);
  }

  static Progress.Reach backstory(long epoch) {
    return new Progress.Reach(
        ID,
        epoch,
        new Happening.BackstoryComplete(CINDER, null),
        "Meet Cinder.",
        25.0,
        new Checkpoint.Hatching(CINDER, false));
  }

  static Happening.Complete complete() {
    return new Happening.Complete(cinder());
  }

  static Agent cinder() {
    return new Agent(
        AgentId.random(),
        Owner.LOCAL,
        CINDER,
        PictureId.random(),
        "a dragon",
        Agent.Fallback.NONE,
        ID,
        DAWN);
  }
}
