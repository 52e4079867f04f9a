package dev.hatchery.cli.view;

import dev.hatchery.cli.client.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The stories of a task.
 *
 * @param count how many there are to be, at least those known
 * @param current the id of the last one that was worked on, empty before the first
 * @param trouble what went wrong last, until something goes well again
 */
public record Checklist(List<Story> stories, int count, String current, String trouble) {
  /** No stories. */
  static final Checklist EMPTY = new Checklist(List.of(), 0, "", "");

  /** Copies the stories. */
  public Checklist {
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
    var id = data.text("story_id");
    return switch (type) {
      case "task_started" -> started(of(data));
      case "story_started" -> at(Story.of(data), Story::begun);
      case "ac_completed" ->
          at(Story.of(data), story -> story.met(index(data), data.text("ac_text")));
      case "story_completed" -> at(Story.of(data), story -> story.ended(ending(data)));
      case "error_occurred" -> new Checklist(stories, count, current, trouble(data, id));
      case "complete", "error", "cancelled" ->
          new Checklist(stories.stream().map(Story::left).toList(), count, current, "");
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
    return stories.isEmpty() ? announced : this;
  }

  /** A change of one story. */
  @FunctionalInterface
  private interface Change {
    Story of(Story story);
  }

  private Checklist at(Story told, Change change) {
    var all = new ArrayList<Story>();
    var found = false;
    for (var story : stories) {
      var same = story.id().equals(told.id());
      all.add(same ? change.of(story.told(told)) : story);
      found |= same;
    }
    if (!found) {
      all.add(change.of(told));
    }
    return new Checklist(all, count, told.id(), "");
  }

  private static int index(Facts data) {
    return (int) data.number("ac_index").orElse(Integer.MAX_VALUE);
  }

  private static Mark ending(Facts data) {
    return Mark.of(data.text("status")) == Mark.MET ? Mark.MET : Mark.NOT_MET;
  }

  private static String trouble(Facts data, String story) {
    var what =
        data.text("error_message").isEmpty() ? data.text("error_type") : data.text("error_message");
    return story.isEmpty() ? what : story + ": " + what;
  }
}
