package dev.hatchery.cli.view;

import dev.hatchery.cli.client.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One story of a task. Reports change it here in the same way as where they are kept. */
record Story(String id, String title, Mark mark, List<Criterion> criteria) {
  private static final int CRITERIA_MOST = 1000;

  Story {
    criteria = List.copyOf(criteria);
  }

  /** As a server tells it, or as whoever reports it announces it. */
  static Story of(Facts story) {
    var criteria = new ArrayList<>(story.list("criteria").stream().map(Criterion::of).toList());
    story.texts("acceptance_criteria").stream().map(Criterion::open).forEach(criteria::add);
    var count = Math.min(CRITERIA_MOST, story.number("ac_count").orElse(0));
    while (criteria.size() < count) {
      criteria.add(Criterion.open(""));
    }
    return new Story(
        story.text("story_id"), story.text("title"), Mark.of(story.text("status")), criteria);
  }

  /** Its id and its title, as far as there are both. */
  String name() {
    return title.isEmpty() || title.equals(id) ? id : id + " " + title;
  }

  /** The same story, with what else is told of it now. */
  Story told(Story more) {
    var all = new ArrayList<>(criteria);
    for (var i = 0; i < more.criteria.size(); i++) {
      var told = more.criteria.get(i);
      if (i == all.size()) {
        all.add(told);
      } else if (all.get(i).text().isEmpty()) {
        all.set(i, new Criterion(told.text(), all.get(i).met(), all.get(i).index()));
      }
    }
    return new Story(id, more.title.isEmpty() ? title : more.title, mark, all);
  }

  /** The same story at another point. */
  Story marked(Mark other) {
    return new Story(id, title, other, criteria);
  }

  /**
   * The same story after a criterion is met.
   *
   * @param index which one, from 0, or from 1 where a program counts so; below 0 when not said
   */
  Story met(int index, String text) {
    var all = new ArrayList<>(criteria);
    var place = place(index, text);
    if (place == all.size() && place < CRITERIA_MOST) {
      all.add(Criterion.open(""));
    }
    if (place < all.size()) {
      var before = all.get(place);
      all.set(
          place,
          new Criterion(
              before.text().isEmpty() ? text : before.text(),
              true,
              index < 0 ? before.index() : index));
    }
    return new Story(id, title, mark == Mark.WAITING ? Mark.IN_WORK : mark, all);
  }

  /** How far each criterion is: of a story in work, the first that is not met is in work. */
  List<Mark> marks() {
    var marks = new ArrayList<Mark>();
    for (var criterion : criteria) {
      var open = mark == Mark.IN_WORK && marks.contains(Mark.IN_WORK) ? Mark.WAITING : mark;
      marks.add(criterion.met() ? Mark.MET : open);
    }
    return marks;
  }

  /** What each criterion says. */
  List<String> texts() {
    return IntStream.range(0, criteria.size())
        .mapToObj(
            i -> criteria.get(i).text().isEmpty() ? "Criterion " + (i + 1) : criteria.get(i).text())
        .toList();
  }

  /**
   * The one met by that number before, else that with the text, that at the place, the first open.
   */
  private int place(int index, String text) {
    for (var i = 0; i < criteria.size(); i++) {
      var it = criteria.get(i);
      var same = text.isEmpty() || it.text().isEmpty() || it.text().equals(text);
      if (index >= 0 && it.index() == index && same) {
        return i;
      }
    }
    for (var i = 0; i < criteria.size() && !text.isEmpty(); i++) {
      if (criteria.get(i).text().equals(text)) {
        return i;
      }
    }
    if (index >= 0 && index < criteria.size() && !criteria.get(index).met()) {
      return index;
    }
    return (int) criteria.stream().takeWhile(Criterion::met).count();
  }
}
