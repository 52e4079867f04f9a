package dev.hatchery.protocol;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What another program says of its work, as far as Hatchery understands it. */
public sealed interface Report {
  /**
   * A task begins.
   *
   * @param kind {@link RunKind#TASK} or {@link RunKind#COMMAND}
   * @param title what it is, for people, or null
   * @param storyCount how many stories it has, or null
   * @param estimate how long it will take, or null
   * @param stories those that it tells beforehand
   */
  record TaskStarted(
      RunKind kind,
      @Nullable String title,
      @Nullable Integer storyCount,
      @Nullable Duration estimate,
      List<Story> stories)
      implements Report {
    public TaskStarted {
      stories = List.copyOf(stories);
    }
  }

  /**
   * A story as it is told.
   *
   * @param id what the program calls it
   * @param title what it is, for people, or null
   * @param priority in the program's own words, or null
   * @param criteria how many acceptance criteria it has, or null
   * @param texts what the criteria say, as far as they are told
   */
  record Story(
      String id,
      @Nullable String title,
      @Nullable String priority,
      @Nullable Integer criteria,
      List<String> texts) {
    public Story {
      texts = List.copyOf(texts);
    }
  }

  /** Work on a story begins. */
  record StoryStarted(Story story) implements Report {}

  /**
   * A criterion is met.
   *
   * @param storyId of which story; null is the current one
   * @param index which criterion, from 0, or null
   * @param text what it says, or null
   * @param lasted how long it took, or null
   */
  record CriterionMet(
      @Nullable String storyId,
      @Nullable Integer index,
      @Nullable String text,
      @Nullable Duration lasted)
      implements Report {}

  /**
   * Work on a story is over.
   *
   * @param storyId which one; null is the current one
   * @param lasted how long it took, or null
   */
  record StoryCompleted(@Nullable String storyId, boolean passed, @Nullable Duration lasted)
      implements Report {}

  /**
   * The task is over.
   *
   * @param exitCode what its command ended with, or null
   */
  record TaskCompleted(boolean passed, @Nullable Integer exitCode) implements Report {}

  /**
   * Something went wrong, which ends nothing.
   *
   * @param words what went wrong, one line, or null
   */
  record Trouble(@Nullable String words) implements Report {}

  /**
   * How far work without stories is.
   *
   * @param percent 0 to 100
   */
  record Measured(double percent) implements Report {}

  /** Anything else, which only its program and its watchers understand. */
  record Other() implements Report {}
}
