package dev.hatchery.task;

import dev.hatchery.protocol.Checklist;
import dev.hatchery.protocol.Emission;
import dev.hatchery.protocol.Report;
import java.util.HashMap;
import java.util.List;

/** How long a checklist is, that is how many stories and criteria it has. */
record Size(int stories, int criteria) {
  private static final Size MOST = new Size(500, 5000);

  static Size of(Checklist list) {
    return new Size(
        list.stories().size(),
        list.stories().stream().mapToInt(story -> story.criteriaCount()).sum());
  }

  /** Whether the checklist can still be kept and looked at when all of this is told. */
  static boolean allows(Checklist list, List<Emission> told) {
    var before = of(list);
    var most = told.stream().map(it -> told(it.report())).reduce(before, Size::plus);
    // What of it is known already costs more to find out, and matters to the longest lists alone.
    return most.within(MOST) || allowsEach(list, told);
  }

  private static boolean allowsEach(Checklist list, List<Emission> told) {
    var before = list;
    for (var emission : told) {
      var after = after(before, emission.report());
      if (!after.within(MOST) && !after.within(of(before))) {
        return false;
      }
      before = Bookkeeping.enter(before, emission.report(), list.begun());
    }
    return true;
  }

  /** How long it is after this report; what is told of far too many is only counted. */
  static Size after(Checklist list, Report report) {
    return switch (report) {
      case Report.TaskStarted it -> after(list, it.stories());
      case Report.StoryStarted it -> after(list, List.of(it.story()));
      default -> of(Bookkeeping.enter(list, report, list.begun()));
    };
  }

  private static Size after(Checklist list, List<Report.Story> told) {
    var criteria = new HashMap<String, Integer>();
    list.stories().forEach(story -> criteria.put(story.id(), story.criteriaCount()));
    told.forEach(story -> criteria.merge(story.id(), criteria(story), Math::max));
    return new Size(criteria.size(), criteria.values().stream().mapToInt(Integer::intValue).sum());
  }

  /** What is told, when nothing of it is known. */
  private static Size told(Report report) {
    return switch (report) {
      case Report.TaskStarted it -> told(it.stories());
      case Report.StoryStarted it -> told(List.of(it.story()));
      case Report.CriterionMet it -> new Size(1, 1);
      case Report.StoryCompleted it -> new Size(1, 0);
      default -> new Size(0, 0);
    };
  }

  private static Size told(List<Report.Story> stories) {
    return new Size(stories.size(), stories.stream().mapToInt(Size::criteria).sum());
  }

  private static int criteria(Report.Story story) {
    return Math.max(story.texts().size(), story.criteria() == null ? 0 : story.criteria());
  }

  private Size plus(Size more) {
    return new Size(stories + more.stories, criteria + more.criteria);
  }

  private boolean within(Size most) {
    return stories <= most.stories && criteria <= most.criteria;
  }
}
