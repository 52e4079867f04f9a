package dev.hatchery.cli.view;

import dev.hatchery.cli.screen.Ink;
import dev.hatchery.cli.screen.Line;
import dev.hatchery.cli.screen.Span;
import java.util.ArrayList;
import java.util.List;

/** What the story of a task looks like that is worked on. */
final class ChecklistLines {
  private static final String INDENT = "  ";

  private ChecklistLines() {}

  /** "5 of 8 stories"; empty where there are none. */
  static String count(Checklist checklist) {
    return checklist.count() == 0
        ? ""
        : "%d of %d %s"
            .formatted(
                checklist.done(), checklist.count(), checklist.count() == 1 ? "story" : "stories");
  }

  /** The line that names the story, none before the first. */
  static List<Line> story(Checklist checklist) {
    return checklist
        .shown()
        .map(
            story ->
                Line.of(
                    Span.plain(story.mark().settled() ? "Last story: " : "Current story: "),
                    new Span(story.name(), Ink.STRONG)))
        .map(List::of)
        .orElse(List.of());
  }

  /** Its criteria in at most so many lines; where they are more, those around the one in work. */
  static List<Line> criteria(Checklist checklist, int most) {
    var all = checklist.shown().map(Story::criteria).orElse(List.of());
    if (all.isEmpty()) {
      return List.of();
    }
    var lines = new ArrayList<>(List.of(Line.EMPTY, Line.of("Acceptance criteria:", Ink.PLAIN)));
    var room = Math.max(1, most - lines.size());
    if (all.size() <= room) {
      all.forEach(criterion -> lines.add(line(criterion)));
    } else {
      window(all, room, lines);
    }
    return lines;
  }

  private static void window(List<Criterion> all, int room, List<Line> lines) {
    var shown = Math.max(1, room - 2);
    var first = Math.clamp(next(all) - shown / 2L, 0, all.size() - shown);
    var last = first + shown;
    lines.add(more(first));
    all.subList(first, last).forEach(criterion -> lines.add(line(criterion)));
    lines.add(more(all.size() - last));
  }

  private static int next(List<Criterion> all) {
    for (var i = 0; i < all.size(); i++) {
      if (!all.get(i).mark().settled()) {
        return i;
      }
    }
    return all.size() - 1;
  }

  private static Line more(int count) {
    return count == 0 ? Line.EMPTY : Line.of(INDENT + "… " + count + " more", Ink.SOFT);
  }

  private static Line line(Criterion criterion) {
    var mark = criterion.mark();
    return Line.of(
        Span.plain(INDENT),
        new Span(mark.sign(), mark.ink()),
        new Span(" " + criterion.text(), mark.ink()));
  }
}
