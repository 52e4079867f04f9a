package dev.hatchery.task;

import dev.hatchery.protocol.Emission;
import dev.hatchery.protocol.Mark;
import dev.hatchery.protocol.Report;
import dev.hatchery.protocol.RunKind;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What programs say in these tests. */
final class Told {
  private Told() {}

  static Emission of(@Nullable String run, @Nullable String taskId, String type, Report report) {
    return new Emission(run, taskId, type, report, null, "{}", List.of());
  }

  static Emission started(String run, Report.Story... stories) {
    return of(run, null, "task_started", started(stories.length, null, stories));
  }

  static Report.TaskStarted started(
      @Nullable Integer count, @Nullable Duration estimate, Report.Story... stories) {
    return new Report.TaskStarted(RunKind.TASK, "Checkout", count, estimate, List.of(stories));
  }

  static Report.Story story(String id, @Nullable Integer criteria) {
    return new Report.Story(id, "Title of " + id, null, criteria, List.of());
  }

  static Report.CriterionMet met(@Nullable String story, @Nullable Integer index) {
    return new Report.CriterionMet(story, index, null, null);
  }

  static Report.StoryCompleted over(@Nullable String story, boolean passed) {
    return new Report.StoryCompleted(story, passed, null);
  }

  static Emission percent(@Nullable String run, double percent) {
    return of(run, null, "progress", new Report.Measured(percent));
  }

  static Emission completed(@Nullable String run, boolean passed) {
    return of(run, null, "task_completed", new Report.TaskCompleted(passed, null));
  }

  static Emission note(@Nullable String run) {
    return of(run, null, "noted", new Report.Other());
  }

  static List<Emission> notes(String run, int count) {
    return IntStream.range(0, count).mapToObj(i -> note(run)).toList();
  }

  static Emission marked(String run, String key, String hash) {
    return new Emission(
        run,
        null,
        "noted",
        new Report.Other(),
        null,
        "{}",
        List.of(new Mark(Emission.BY_EVENT + key, hash)));
  }
}
