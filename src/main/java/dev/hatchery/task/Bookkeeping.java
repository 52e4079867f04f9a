package dev.hatchery.task;

import dev.hatchery.protocol.Checklist;
import dev.hatchery.protocol.Checklist.Outcome;
import dev.hatchery.protocol.Checklist.Stage;
import dev.hatchery.protocol.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Enters reports into a checklist, in whatever order they come; what is done stays done. */
final class Bookkeeping {
  private Bookkeeping() {}

  /** The checklist after this report. */
  static Checklist enter(Checklist list, Report report, Instant now) {
    return switch (report) {
      case Report.TaskStarted it -> started(list, it);
      case Report.StoryStarted it -> began(list, it.story(), now);
      case Report.CriterionMet it -> met(list, it, now);
      case Report.StoryCompleted it -> completed(list, it, now);
      case Report.TaskCompleted it -> ended(list, it);
      case Report.Trouble it -> list;
      case Report.Measured it -> list;
      case Report.Other it -> list;
    };
  }

  private static Checklist started(Checklist list, Report.TaskStarted report) {
    var stories = new ArrayList<>(list.stories());
    report.stories().forEach(told -> announce(stories, told));
    var count = report.storyCount() == null ? list.storyCount() : report.storyCount();
    var announced = report.stories().isEmpty() ? count : Math.max(count, stories.size());
    return new Checklist(
        list.taskId(),
        Objects.requireNonNullElse(report.title(), list.title()),
        report.estimate() == null ? list.estimate() : report.estimate(),
        Math.max(announced, list.storyCount()),
        list.weighed() || report.stories().stream().anyMatch(story -> criteria(story) > 0),
        list.begun(),
        list.current(),
        stories,
        list.outcome(),
        list.exitCode());
  }

  private static void announce(List<Checklist.Story> stories, Report.Story told) {
    var place = place(stories, told.id());
    if (place < 0) {
      stories.add(Stories.told(told));
    } else {
      stories.set(place, Stories.retold(stories.get(place), told));
    }
  }

  private static Checklist began(Checklist list, Report.Story told, Instant now) {
    var stories = new ArrayList<>(list.stories());
    announce(stories, told);
    return change(with(list, stories, told.id()), told.id(), story -> Stories.begun(story, now));
  }

  private static Checklist met(Checklist list, Report.CriterionMet report, Instant now) {
    var id = report.storyId() == null ? list.current() : report.storyId();
    if (id == null) {
      return list;
    }
    var known = known(list, id);
    var waited = known.stories().get(place(known.stories(), id)).stage() == Stage.WAITING;
    var in =
        waited ? change(with(known, known.stories(), id), id, it -> Stories.begun(it, now)) : known;
    return change(in, id, story -> Stories.met(story, report));
  }

  private static Checklist completed(Checklist list, Report.StoryCompleted report, Instant now) {
    var id = report.storyId() == null ? list.current() : report.storyId();
    if (id == null) {
      return list;
    }
    var stage = report.passed() ? Stage.PASSED : Stage.FAILED;
    var after =
        change(
            known(list, id), id, story -> Stories.over(story, stage, lasted(story, report, now)));
    return with(after, after.stories(), id.equals(list.current()) ? inWork(after) : list.current());
  }

  private static @Nullable Duration lasted(
      Checklist.Story story, Report.StoryCompleted report, Instant now) {
    return report.lasted() != null || story.since() == null
        ? report.lasted()
        : Duration.between(story.since(), now);
  }

  /** What nobody said the end of has not passed, whatever became of the task. */
  private static Checklist ended(Checklist list, Report.TaskCompleted report) {
    var left = report.passed() ? Stage.WAITING : Stage.FAILED;
    var stories =
        list.stories().stream()
            .map(story -> story.stage() == Stage.IN_WORK ? Stories.over(story, left, null) : story)
            .toList();
    return new Checklist(
        list.taskId(),
        list.title(),
        list.estimate(),
        list.storyCount(),
        list.weighed(),
        list.begun(),
        null,
        stories,
        report.passed() ? Outcome.PASSED : Outcome.FAILED,
        report.exitCode());
  }

  private static Checklist known(Checklist list, String id) {
    if (place(list.stories(), id) >= 0) {
      return list;
    }
    var stories = new ArrayList<>(list.stories());
    stories.add(Stories.told(new Report.Story(id, null, null, null, List.of())));
    return with(list, stories, list.current());
  }

  private static Checklist change(
      Checklist list, String id, UnaryOperator<Checklist.Story> changed) {
    var stories = new ArrayList<>(list.stories());
    var place = place(stories, id);
    stories.set(place, changed.apply(stories.get(place)));
    return with(list, stories, list.current());
  }

  private static Checklist with(
      Checklist list, List<Checklist.Story> stories, @Nullable String current) {
    return new Checklist(
        list.taskId(),
        list.title(),
        list.estimate(),
        list.storyCount(),
        list.weighed(),
        list.begun(),
        current,
        stories,
        list.outcome(),
        list.exitCode());
  }

  private static @Nullable String inWork(Checklist list) {
    return list.stories().stream()
        .filter(story -> story.stage() == Stage.IN_WORK)
        .map(Checklist.Story::id)
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  private static int criteria(Report.Story story) {
    return Math.max(story.texts().size(), story.criteria() == null ? 0 : story.criteria());
  }

  /** The place of a story in the list, or -1. */
  static int place(List<Checklist.Story> stories, String id) {
    for (int i = 0; i < stories.size(); i++) {
      if (stories.get(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }
}
