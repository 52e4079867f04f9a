package dev.hatchery.task;

import dev.hatchery.protocol.Checklist;
import dev.hatchery.protocol.Checklist.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What part of a task is done. Every story weighs the same, or every criterion where criteria were
 * told beforehand. A story that failed is behind us just as one that passed; one whose criteria
 * nobody counted is done only as a whole.
 */
final class Share {
  private Share() {}

  /** The part, 0 to 1, or null when nobody said how much there is. */
  static @Nullable Double done(Checklist list) {
    if (list.storyCount() == 0) {
      return null;
    }
    var done = 0.0;
    for (var story : list.stories()) {
      done += weight(list, story) * done(story);
    }
    return done / whole(list);
  }

  /** What it adds when the next criterion is met, or the next story over; 0 when all are. */
  static double next(Checklist list) {
    if (list.storyCount() == 0) {
      return 0;
    }
    for (var story : list.stories()) {
      if (story.stage() == Stage.IN_WORK && story.id().equals(list.current())) {
        return step(list, story) / whole(list);
      }
    }
    for (var story : list.stories()) {
      if (!story.over()) {
        return step(list, story) / whole(list);
      }
    }
    return list.stories().size() < list.storyCount() ? usual(list) / whole(list) : 0;
  }

  private static double step(Checklist list, Checklist.Story story) {
    var left = 1 - done(story);
    return weight(list, story)
        * (story.announced() == 0 ? left : Math.min(left, 1.0 / story.criteriaCount()));
  }

  private static double done(Checklist.Story story) {
    if (story.over()) {
      return 1;
    }
    return story.announced() == 0 ? 0 : (double) story.met() / story.criteriaCount();
  }

  private static double whole(Checklist list) {
    var known = list.stories().stream().mapToDouble(story -> weight(list, story)).sum();
    var unknown = Math.max(0, list.storyCount() - list.stories().size());
    return known + unknown * usual(list);
  }

  private static double weight(Checklist list, Checklist.Story story) {
    return list.weighed() ? Math.max(1, story.announced()) : 1;
  }

  /** What a story weighs of which nothing is known. */
  private static double usual(Checklist list) {
    return list.stories().stream().mapToDouble(story -> weight(list, story)).average().orElse(1);
  }
}
