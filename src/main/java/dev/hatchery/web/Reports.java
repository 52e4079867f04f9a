package dev.hatchery.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hatchery.protocol.EventType;
import dev.hatchery.protocol.Report;
import dev.hatchery.protocol.RunKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What we understand of emitted data. */
final class Reports {
  private static final List<String> GOOD = List.of("passed", "completed", "success", "succeeded");
  private static final double WHOLE = 100;

  private Reports() {}

  /** The report of an event of this type; {@code field} names its data in refusals. */
  static Report of(String type, ObjectNode data, String field) {
    var fields = new Fields(data, field);
    return switch (type) {
      case "task_started" -> taskStarted(fields);
      case "story_started" -> new Report.StoryStarted(story(fields));
      case "ac_completed" ->
          new Report.CriterionMet(
              fields.id("story_id"),
              fields.count("ac_index"),
              fields.words("ac_text"),
              fields.millis("duration_ms"));
      case "story_completed" ->
          new Report.StoryCompleted(
              fields.id("story_id"), passed(fields), fields.millis("duration_ms"));
      case "task_completed" ->
          new Report.TaskCompleted(passed(fields), fields.integerIfAny("exit_code"));
      case "error_occurred" -> new Report.Trouble(fields.words("error_message"));
      case EventType.PROGRESS -> new Report.Measured(percent(fields));
      default -> new Report.Other();
    };
  }

  private static Report taskStarted(Fields fields) {
    return new Report.TaskStarted(
        kind(fields),
        fields.words("task_name"),
        fields.count("story_count"),
        fields.seconds("estimated_duration"),
        stories(fields));
  }

  private static RunKind kind(Fields fields) {
    return "command".equals(fields.wordsIfAny("kind")) ? RunKind.COMMAND : RunKind.TASK;
  }

  private static List<Report.Story> stories(Fields fields) {
    var told = fields.get("stories");
    var stories = new ArrayList<Report.Story>();
    if (Fields.absent(told)) {
      return stories;
    }
    if (!told.isArray()) {
      throw fields.wrong("stories", "a list of objects");
    }
    for (var one : told) {
      if (!one.isObject()) {
        throw fields.wrong("stories", "a list of objects");
      }
      stories.add(story(new Fields(one, fields.path("stories[%d]".formatted(stories.size())))));
    }
    return stories;
  }

  private static Report.Story story(Fields fields) {
    return new Report.Story(
        fields.requiredId("story_id"),
        fields.words("title"),
        fields.words("priority"),
        fields.count("ac_count"),
        fields.list("acceptance_criteria"));
  }

  private static boolean passed(Fields fields) {
    var status = fields.words("status");
    return status == null || GOOD.contains(status.toLowerCase(Locale.ROOT));
  }

  private static double percent(Fields fields) {
    var value = fields.get("percent");
    if (Fields.absent(value)) {
      throw Refusal.invalid(
          "reserved_type",
          fields.path("percent"),
          "A progress that is emitted says its percent, a number from 0 to 100.");
    }
    var percent = value.doubleValue();
    if (!value.isNumber() || !(percent >= 0 && percent <= WHOLE)) {
      throw Refusal.invalid(
          "invalid_percent", fields.path("percent"), "percent must be a number from 0 to 100.");
    }
    return percent;
  }

  /** What the program calls its task, or null. */
  static @Nullable String taskId(ObjectNode data, String field) {
    return new Fields(data, field).id("task_id");
  }

  /** The program's own words for people, or null. */
  static @Nullable String message(ObjectNode data, String field) {
    return new Fields(data, field).wordsIfAny("message");
  }
}
