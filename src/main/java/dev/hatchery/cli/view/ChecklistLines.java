package dev.hatchery.cli.view;

import dev.hatchery.cli.screen.Ink;
import dev.hatchery.cli.screen.Line;
import dev.hatchery.cli.screen.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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
    var all = checklist.shown().map(ChecklistLines::criteria).orElse(List.of());
    if (all.isEmpty()) {
      return List.of();
    }
    var lines = new ArrayList<>(List.of(Line.EMPTY, Line.of("Acceptance criteria:", Ink.PLAIN)));
    var room = Math.max(1, most - lines.size());
    var next = checklist.shown().map(ChecklistLines::next).orElse(0);
    lines.addAll(all.size() <= room ? all : window(all, next, room));
    return lines;
  }

  private static List<Line> criteria(Story story) {
    var texts = story.texts();
    var marks = story.marks();
    return IntStream.range(0, texts.size())
        .mapToObj(
            i ->
                Line.of(
                    Span.plain(INDENT),
                    new Span(marks.get(i).sign(), marks.get(i).ink()),
                    new Span(" " + texts.get(i), marks.get(i).ink())))
        .toList();
  }

  private static List<Line> window(List<Line> all, int next, int room) {
    var shown = Math.max(1, room - 2);
    var first = Math.clamp(next - shown / 2L, 0, all.size() - shown);
    var last = first + shown;
    var lines = new ArrayList<Line>();
    lines.add(more(first));
    lines.addAll(all.subList(first, last));
    lines.add(more(all.size() - last));
    return lines;
  }

  /** The place of the first criterion that is not met. */
  private static int next(Story story) {
    return (int) story.criteria().stream().takeWhile(Criterion::met).count();
  }

  private static Line more(int count) {
    return count == 0 ? Line.EMPTY : Line.of(INDENT + "… " + count + " more", Ink.SOFT);
  }
}
