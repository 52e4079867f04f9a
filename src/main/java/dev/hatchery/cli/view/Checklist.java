package dev.hatchery.cli.view;

import dev.hatchery.cli.client.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The stories of a task.
 *
 * @param count how many there are to be, at least those known
 * @param current the id of the last one that was worked on, empty before the first
 * @param trouble what went wrong last, until something goes well again
 */
record Checklist(List<Story> stories, int count, String current, String trouble) {
  /** No stories. */
  static final Checklist EMPTY = new Checklist(List.of(), 0, "", "");

  Checklist {
    stories = List.copyOf(stories);
    count = Math.max(count, stories.size());
  }

  /** As a server tells it; empty where it tells nothing. */
  static Checklist of(Facts task) {
    return new Checklist(
        task.list("stories").stream().map(Story::of).toList(),
        (int) task.number("story_count").orElse(0),
        task.text("current_story"),
        "");
  }

  /** What is known after an event of the task. */
  Checklist after(String type, Facts data) {
    return switch (type) {
      case "task_started" -> started(of(data));
      case "story_started" -> at(data, story -> story.marked(Mark.IN_WORK));
      case "ac_completed" -> at(data, story -> story.met(index(data), data.text("ac_text")));
      case "story_completed" -> at(data, story -> story.marked(ending(data)));
      case "error_occurred" -> new Checklist(stories, count, current, trouble(data));
      case "complete" -> left(Mark.WAITING);
      case "error" -> left(Mark.NOT_MET);
      default -> this;
    };
  }

  /** The story that is worked on, else the last one that was. */
  Optional<Story> shown() {
    return stories.stream().filter(story -> story.id().equals(current)).findFirst();
  }

  /** How many stories have ended. */
  long done() {
    return stories.stream().filter(story -> story.mark().settled()).count();
  }

  private Checklist started(Checklist announced) {
    var all = this;
    for (var story : announced.stories) {
      all = all.with(story, known -> known);
    }
    return new Checklist(all.stories, Math.max(count, announced.count), current, "");
  }

  /** A report that names no story is about the one that is worked on. */
  private Checklist at(Facts data, UnaryOperator<Story> change) {
    var told = Story.of(data);
    var id = told.id().isEmpty() ? current : told.id();
    if (id.isEmpty()) {
      return this;
    }
    var waiting = new Story(id, told.title(), Mark.WAITING, told.criteria());
    return new Checklist(with(waiting, change).stories, count, id, "");
  }

  private Checklist with(Story told, UnaryOperator<Story> change) {
    var all = new ArrayList<Story>();
    var found = false;
    for (var story : stories) {
      var same = story.id().equals(told.id());
      all.add(same ? change.apply(story.told(told)) : story);
      found |= same;
    }
    if (!found) {
      all.add(change.apply(told));
    }
    return new Checklist(all, count, current, trouble);
  }

  /** What nobody said the end of has not passed, whatever became of the task. */
  private Checklist left(Mark how) {
    var all =
        stories.stream()
            .map(story -> story.mark() == Mark.IN_WORK ? story.marked(how) : story)
            .toList();
    return new Checklist(all, count, current, "");
  }

  private static int index(Facts data) {
    return (int) data.number("ac_index").orElse(Criterion.NO_INDEX);
  }

  private static Mark ending(Facts data) {
    var status = data.text("status");
    return status.isEmpty() || Mark.of(status) == Mark.MET ? Mark.MET : Mark.NOT_MET;
  }

  private static String trouble(Facts data) {
    var what =
        data.text("error_message").isEmpty() ? data.text("error_type") : data.text("error_message");
    return data.has("story_id") ? data.text("story_id") + ": " + what : what;
  }
}
