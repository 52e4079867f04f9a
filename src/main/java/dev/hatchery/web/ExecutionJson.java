package dev.hatchery.web;

import dev.hatchery.protocol.Mission;
import dev.hatchery.protocol.MissionStatus;
import dev.hatchery.protocol.MissionStep;
import dev.hatchery.protocol.Run;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of executing a mission.
 *
 * @param error why it failed, or null
 */
record ExecutionJson(
    boolean success,
    String missionId,
    String status,
    @Nullable String toolUsed,
    @Nullable Double toolConfidence,
    @Nullable String artifactReference,
    @Nullable ErrorJson error,
    TrackerJson progressTracker) {
  private static final int MILLI_DIGITS = 3;

  /** Why it failed. */
  record ErrorJson(String code, String message) {}

  /** How it went. */
  record TrackerJson(
      String missionId,
      @Nullable Instant startTime,
      @Nullable String currentStep,
      List<String> completedSteps,
      BigDecimal elapsedSeconds) {}

  /** What came of it when this is its run. */
  static ExecutionJson of(Run run) {
    var mission = Mission.of(run);
    var status = MissionStatus.of(run);
    return new ExecutionJson(
        status == MissionStatus.COMPLETED,
        run.id().value(),
        RunJson.name(status),
        MissionJson.tool(mission.findings()),
        MissionJson.confidence(mission.findings()),
        MissionJson.artifact(mission.findings()),
        error(run, mission),
        tracker(run, mission));
  }

  private static @Nullable ErrorJson error(Run run, Mission mission) {
    if (mission.failure() != null) {
      return new ErrorJson(mission.failure().code(), mission.failure().words());
    }
    return run.failure() == null ? null : new ErrorJson(run.failure(), run.standing().message());
  }

  private static TrackerJson tracker(Run run, Mission mission) {
    return new TrackerJson(
        run.id().value(),
        run.startedAt(),
        MissionJson.step(mission.current()),
        mission.passages().stream()
            .filter(passage -> passage.stage() == Mission.Stage.COMPLETED)
            .map(Mission.Passage::step)
            .map(MissionStep::word)
            .toList(),
        elapsed(run));
  }

  private static BigDecimal elapsed(Run run) {
    if (run.startedAt() == null) {
      return BigDecimal.ZERO;
    }
    var end = Objects.requireNonNullElseGet(run.finishedAt(), Instant::now);
    return BigDecimal.valueOf(Duration.between(run.startedAt(), end).toMillis(), MILLI_DIGITS);
  }
}
