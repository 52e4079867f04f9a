package dev.hatchery.cli.view;

import dev.hatchery.cli.client.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** One story of a task. */
public record Story(String id, String title, Mark mark, List<Criterion> criteria) {
  private static final int CRITERIA_MOST = 1000;

  /** Copies the criteria. */
  public Story {
    criteria = List.copyOf(criteria);
  }

  /** As a server tells it, or as whoever reports it announces it. */
  static Story of(Facts story) {
    var told = story.list("criteria").stream().map(Criterion::of).toList();
    var named =
        story.texts("acceptance_criteria").stream()
            .map(text -> new Criterion(text, Mark.WAITING))
            .toList();
    return new Story(
        story.text("story_id"),
        story.text("title"),
        Mark.of(story.text("status")),
        told.isEmpty() && named.isEmpty()
            ? unnamed((int) story.number("ac_count").orElse(0))
            : told.isEmpty() ? named : told);
  }

  /** Its id and its title, as far as there are both. */
  String name() {
    return title.isEmpty() || title.equals(id) ? id : (id + " " + title).strip();
  }

  /** The same story, with what else is told of it now. */
  Story told(Story more) {
    return new Story(
        id,
        more.title.isEmpty() ? title : more.title,
        mark,
        more.criteria.size() > criteria.size() || unnamed() ? more.criteria : criteria);
  }

  /** The same story at work: its first criterion that is not settled is the one in work. */
  Story begun() {
    return new Story(id, title, Mark.IN_WORK, next(criteria));
  }

  /** The same story after a criterion is met. */
  Story met(int index, String text) {
    var at = place(index, text);
    if (at < 0) {
      return this;
    }
    var all = new ArrayList<>(criteria);
    while (all.size() <= at) {
      all.add(Criterion.unnamed(all.size()));
    }
    all.set(at, new Criterion(text.isEmpty() ? all.get(at).text() : text, Mark.MET));
    return new Story(id, title, mark, mark == Mark.IN_WORK ? next(all) : all);
  }

  /** The same story at its end; a story that failed leaves criteria that are not met. */
  Story ended(Mark how) {
    return new Story(
        id,
        title,
        how,
        each(criterion -> criterion.mark().settled() ? criterion : criterion.marked(how)));
  }

  /** The same story of a task that ended without it. */
  Story left() {
    return mark == Mark.IN_WORK ? ended(Mark.NOT_MET) : this;
  }

  private int place(int index, String text) {
    var same =
        IntStream.range(0, criteria.size())
            .filter(i -> !text.isEmpty() && criteria.get(i).text().equals(text))
            .findFirst();
    return same.orElse(index < CRITERIA_MOST ? index : -1);
  }

  private boolean unnamed() {
    return criteria.equals(unnamed(criteria.size()));
  }

  private List<Criterion> each(UnaryOperator<Criterion> change) {
    return criteria.stream().map(change).toList();
  }

  private static List<Criterion> next(List<Criterion> criteria) {
    var next = new ArrayList<Criterion>();
    var found = false;
    for (var criterion : criteria) {
      var waits = !criterion.mark().settled();
      next.add(waits ? criterion.marked(found ? Mark.WAITING : Mark.IN_WORK) : criterion);
      found |= waits;
    }
    return next;
  }

  private static List<Criterion> unnamed(int count) {
    return IntStream.range(0, Math.clamp(count, 0, CRITERIA_MOST))
        .mapToObj(Criterion::unnamed)
        .toList();
  }
}
