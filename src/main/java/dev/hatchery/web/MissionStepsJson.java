package dev.hatchery.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hatchery.json.EtaJson;
import dev.hatchery.json.PercentJson;
import dev.hatchery.protocol.Mission;
import dev.hatchery.protocol.MissionStatus;
import dev.hatchery.protocol.MissionStep;
import dev.hatchery.protocol.Run;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far a mission is, step by step. */
record MissionStepsJson(
    String missionId,
    String status,
    List<StepJson> steps,
    JsonNode percent,
    @Nullable EtaJson etaSeconds) {

  /**
   * One of the seven.
   *
   * @param status waiting, started, completed or failed
   * @param progressPercent where the mission is with it: where it starts, or completes
   */
  record StepJson(
      String stepName,
      int stepIndex,
      int totalSteps,
      String status,
      JsonNode progressPercent,
      @Nullable Instant startedAt,
      @Nullable Instant completedAt,
      @Nullable String message) {

    private static StepJson of(Mission mission, MissionStep step) {
      var passage = mission.passage(step);
      var completed = mission.completed(step);
      return new StepJson(
          step.word(),
          step.place(),
          MissionStep.count(),
          passage == null ? "waiting" : RunJson.name(passage.stage()),
          PercentJson.of(completed ? step.completesAt() : step.startsAt()),
          passage == null ? null : passage.startedAt(),
          passage == null ? null : passage.endedAt(),
          passage == null ? null : passage.message());
    }
  }

  /** The steps of this run's mission. */
  static MissionStepsJson of(Run run) {
    var mission = Mission.of(run);
    return new MissionStepsJson(
        run.id().value(),
        RunJson.name(MissionStatus.of(run)),
        Stream.of(MissionStep.values()).map(step -> StepJson.of(mission, step)).toList(),
        PercentJson.of(run.standing().progress()),
        EtaJson.of(run.standing().eta()));
  }
}
