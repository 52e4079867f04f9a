package dev.hatchery.task;

import dev.hatchery.protocol.Report;
import java.util.List;

/** By how much a report may make a checklist longer. */
final class Size {
  private Size() {}

  static int stories(Report report) {
    return switch (report) {
      case Report.TaskStarted it -> it.stories().size();
      case Report.StoryStarted it -> 1;
      case Report.CriterionMet it -> 1;
      case Report.StoryCompleted it -> 1;
      default -> 0;
    };
  }

  static int criteria(Report report) {
    return switch (report) {
      case Report.TaskStarted it -> criteria(it.stories());
      case Report.StoryStarted it -> criteria(List.of(it.story()));
      case Report.CriterionMet it -> 1;
      default -> 0;
    };
  }

  private static int criteria(List<Report.Story> stories) {
    return stories.stream()
        .mapToInt(
            story ->
                Math.max(story.texts().size(), story.criteria() == null ? 0 : story.criteria()))
        .sum();
  }
}
