package dev.hatchery.mission.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hatchery.json.Json;
import dev.hatchery.protocol.Emission;
import dev.hatchery.protocol.EventType;
import dev.hatchery.protocol.Mark;
import dev.hatchery.protocol.Report;
import dev.hatchery.protocol.Report.Story;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a series of missions is told: as a task whose stories are the missions and whose criteria are
 * their steps, so that everybody who can watch a task can watch it.
 */
final class Telling {
  /** How the names of all series begin. */
  static final String SERIES = "series-";

  private static final JsonMapper JSON = Json.wire();

  private final String run;

  /** Tells of the task by this name or id. */
  Telling(String run) {
    this.run = run;
  }

  /** The series begins. */
  Emission started(String title) {
    return once(
        "task_started",
        new Report.TaskStarted(RunKind.TASK, title, null, null, List.of()),
        "It goes on as its missions are approved and carried out.",
        Map.of("task_name", title),
        "started");
  }

  /** A mission of it is at work. */
  Emission begun(RunId mission, String objective, List<String> steps) {
    return once(
        "story_started",
        new Report.StoryStarted(new Story(mission.value(), objective, null, null, steps)),
        null,
        Map.of("story_id", mission.value(), "title", objective, "acceptance_criteria", steps),
        mission + "-begun");
  }

  /** A step of a mission is done. */
  Emission met(RunId mission, int step, String title) {
    return once(
        "ac_completed",
        new Report.CriterionMet(mission.value(), step, title, null),
        null,
        Map.of("story_id", mission.value(), "ac_index", step, "ac_text", title),
        mission + "-" + step);
  }

  /** A mission has ended. */
  Emission over(RunId mission, boolean passed) {
    return once(
        "story_completed",
        new Report.StoryCompleted(mission.value(), passed, null),
        null,
        Map.of("story_id", mission.value(), "status", word(passed)),
        mission + "-over");
  }

  /** How far the whole is, 0 to 100. */
  Emission measured(double percent) {
    return emission(
        EventType.PROGRESS,
        new Report.Measured(percent),
        null,
        Map.of("percent", percent),
        List.of());
  }

  /** All of its missions have ended. */
  Emission completed(boolean passed) {
    return once(
        "task_completed",
        new Report.TaskCompleted(passed, null),
        null,
        Map.of("status", word(passed)),
        "over");
  }

  /** It will not go on. */
  Emission abandoned(String why) {
    return emission(
        "task_completed",
        new Report.TaskCompleted(false, null),
        why,
        Map.of("status", word(false)),
        List.of(new Mark(Emission.BY_EVENT + SERIES + run + "-over", "over")));
  }

  private static String word(boolean passed) {
    return passed ? "passed" : "failed";
  }

  private Emission once(
      String type, Report report, @Nullable String message, Map<String, ?> data, String what) {
    var name = Emission.BY_EVENT + SERIES + run + "-" + what;
    return emission(type, report, message, data, List.of(new Mark(name, what)));
  }

  private Emission emission(
      String type, Report report, @Nullable String message, Map<String, ?> data, List<Mark> marks) {
    return new Emission(run, null, type, report, message, json(data), marks);
  }

  private static String json(Map<String, ?> data) {
    try {
      return JSON.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write an event", e);
    }
  }
}
