package dev.hatchery.web;

import dev.hatchery.protocol.Checklist;
import dev.hatchery.protocol.Checklist.Criterion;
import dev.hatchery.protocol.Checklist.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reported run has to do and has done, as clients see it; {@code openapi.json} describes its
 * keys.
 *
 * @param estimatedDuration in seconds, or null
 */
record TaskJson(
    @Nullable String taskId,
    @Nullable Double estimatedDuration,
    int storyCount,
    @Nullable String currentStory,
    List<StoryJson> stories) {

  private static final double MILLIS = 1000;

  TaskJson {
    stories = List.copyOf(stories);
  }

  /** One of its stories; {@code since} is when work on it began, or null. */
  record StoryJson(
      String storyId,
      String title,
      @Nullable String priority,
      String status,
      int acCount,
      int acDone,
      @Nullable Long durationMs,
      @Nullable Instant since,
      List<CriterionJson> criteria) {
    StoryJson {
      criteria = List.copyOf(criteria);
    }
  }

  /** One of a story's acceptance criteria. */
  record CriterionJson(String text, String status, @Nullable Long durationMs) {}

  static TaskJson of(Checklist list) {
    var estimate = list.estimate();
    return new TaskJson(
        list.taskId(),
        estimate == null ? null : estimate.toMillis() / MILLIS,
        Math.max(list.storyCount(), list.stories().size()),
        list.current(),
        list.stories().stream().map(TaskJson::story).toList());
  }

  private static StoryJson story(Checklist.Story story) {
    return new StoryJson(
        story.id(),
        story.title(),
        story.priority(),
        RunJson.name(story.stage()),
        story.criteriaCount(),
        story.met(),
        millis(story.lasted()),
        story.since(),
        criteria(story));
  }

  /** Of a story in work the first that is not met is the one in work. */
  private static List<CriterionJson> criteria(Checklist.Story story) {
    var shown = new ArrayList<CriterionJson>();
    var inWork = story.stage() == Stage.IN_WORK;
    for (var criterion : story.criteria()) {
      var text = criterion.text();
      shown.add(
          new CriterionJson(
              text == null ? "Criterion " + (shown.size() + 1) : text,
              status(story, criterion, inWork),
              millis(criterion.lasted())));
      inWork &= criterion.met();
    }
    return shown;
  }

  private static String status(Checklist.Story story, Criterion criterion, boolean inWork) {
    if (criterion.met() || story.stage() == Stage.PASSED) {
      return "met";
    }
    if (story.stage() == Stage.FAILED) {
      return "not_met";
    }
    return inWork ? "in_work" : "waiting";
  }

  private static @Nullable Long millis(@Nullable Duration duration) {
    return duration == null ? null : duration.toMillis();
  }
}
