package dev.hatchery.task;

import dev.hatchery.protocol.Checklist;
import dev.hatchery.protocol.Checklist.Criterion;
import dev.hatchery.protocol.Checklist.Stage;
import dev.hatchery.protocol.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Stories as reports change them. */
final class Stories {
  private Stories() {}

  /** A story that waits, as it was told. */
  static Checklist.Story told(Report.Story told) {
    var blank =
        new Checklist.Story(told.id(), told.id(), null, Stage.WAITING, 0, null, null, List.of());
    return retold(blank, told);
  }

  /** The story with what is told of it now; what is not told now stays. */
  static Checklist.Story retold(Checklist.Story story, Report.Story told) {
    var criteria = new ArrayList<>(story.criteria());
    for (int i = 0; i < told.texts().size(); i++) {
      if (i == criteria.size()) {
        criteria.add(new Criterion(told.texts().get(i), false, null, null));
      } else if (criteria.get(i).text() == null) {
        criteria.set(i, named(criteria.get(i), told.texts().get(i)));
      }
    }
    var count = told.criteria() == null ? 0 : told.criteria();
    return new Checklist.Story(
        story.id(),
        Objects.requireNonNullElse(told.title(), story.title()),
        told.priority() == null ? story.priority() : told.priority(),
        story.stage(),
        Math.max(story.announced(), Math.max(count, told.texts().size())),
        story.since(),
        story.lasted(),
        filled(criteria, count));
  }

  /** The story in work, since now unless it was before. */
  static Checklist.Story begun(Checklist.Story story, Instant now) {
    var since = story.stage() == Stage.IN_WORK ? story.since() : now;
    return new Checklist.Story(
        story.id(),
        story.title(),
        story.priority(),
        Stage.IN_WORK,
        story.announced(),
        since,
        null,
        story.criteria());
  }

  /** The story when nothing more of it is to come, or when it is to wait again. */
  static Checklist.Story over(Checklist.Story story, Stage stage, @Nullable Duration lasted) {
    return new Checklist.Story(
        story.id(),
        story.title(),
        story.priority(),
        stage,
        story.announced(),
        story.since(),
        lasted,
        story.criteria());
  }

  /** The story with one more criterion met; the same one again changes nothing else. */
  static Checklist.Story met(Checklist.Story story, Report.CriterionMet report) {
    var criteria = new ArrayList<>(story.criteria());
    var place = place(criteria, report);
    if (place == criteria.size()) {
      criteria.add(new Criterion(null, false, null, null));
    }
    var before = criteria.get(place);
    criteria.set(
        place,
        new Criterion(
            before.text() == null ? report.text() : before.text(),
            true,
            report.index() == null ? before.index() : report.index(),
            report.lasted() == null ? before.lasted() : report.lasted()));
    return new Checklist.Story(
        story.id(),
        story.title(),
        story.priority(),
        story.stage(),
        story.announced(),
        story.since(),
        story.lasted(),
        criteria);
  }

  /**
   * Which criterion is meant: the one met by that number before, else the one with that text, else
   * the one at that place, else the first that is open, so that programs may count from 1. Beyond
   * all of them it is one that nobody announced.
   */
  private static int place(List<Criterion> criteria, Report.CriterionMet report) {
    var index = report.index();
    var text = report.text();
    for (int i = 0; i < criteria.size(); i++) {
      var it = criteria.get(i);
      var sameText = text == null || it.text() == null || text.equals(it.text());
      if (index != null && index.equals(it.index()) && sameText) {
        return i;
      }
    }
    for (int i = 0; text != null && i < criteria.size(); i++) {
      if (text.equals(criteria.get(i).text())) {
        return i;
      }
    }
    if (index != null && index < criteria.size() && !criteria.get(index).met()) {
      return index;
    }
    for (int i = 0; i < criteria.size(); i++) {
      if (!criteria.get(i).met()) {
        return i;
      }
    }
    return criteria.size();
  }

  private static Criterion named(Criterion criterion, String text) {
    return new Criterion(text, criterion.met(), criterion.index(), criterion.lasted());
  }

  private static List<Criterion> filled(List<Criterion> criteria, int count) {
    while (criteria.size() < count) {
      criteria.add(new Criterion(null, false, null, null));
    }
    return criteria;
  }
}
