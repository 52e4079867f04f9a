package dev.hatchery.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a task has to do and what of it is done.
 *
 * @param taskId what its program calls it, or null
 * @param title what it is, for people
 * @param estimate how long it will take, as its program said, or null
 * @param storyCount how many stories were announced, 0 for unknown
 * @param weighed whether every criterion weighs the same, and not every story
 * @param begun since when it is worked on
 * @param current the id of the story in work that was begun last, or null
 * @param stories in the order they were told
 * @param outcome null until the task is over
 * @param exitCode what its command ended with, as its program said, or null
 */
public record Checklist(
    @Nullable String taskId,
    String title,
    @Nullable Duration estimate,
    int storyCount,
    boolean weighed,
    Instant begun,
    @Nullable String current,
    List<Story> stories,
    @Nullable Outcome outcome,
    @Nullable Integer exitCode) {

  public Checklist {
    stories = List.copyOf(stories);
  }

  /** How something ended. */
  public enum Outcome {
    PASSED,
    FAILED
  }

  /** Where a story stands. */
  public enum Stage {
    WAITING,
    IN_WORK,
    PASSED,
    FAILED
  }

  /**
   * A story of the task.
   *
   * @param priority in its program's own words, or null
   * @param announced how many criteria it has, as its program said, 0 for unknown
   * @param since when work on it began, or null
   * @param lasted how long it took, or null
   * @param criteria all that are known of or were counted
   */
  public record Story(
      String id,
      String title,
      @Nullable String priority,
      Stage stage,
      int announced,
      @Nullable Instant since,
      @Nullable Duration lasted,
      List<Criterion> criteria) {
    public Story {
      criteria = List.copyOf(criteria);
    }

    /** How many criteria it has, as far as anybody knows. */
    public int criteriaCount() {
      return Math.max(announced, criteria.size());
    }

    /** How many of its criteria are met; all of them once it has passed. */
    public int met() {
      return stage == Stage.PASSED
          ? criteriaCount()
          : (int) criteria.stream().filter(Criterion::met).count();
    }

    /** Whether nothing more of it is to come. */
    public boolean over() {
      return stage == Stage.PASSED || stage == Stage.FAILED;
    }
  }

  /**
   * A criterion of a story.
   *
   * @param text what it says, or null while only its number is known
   * @param index which one its program called it when it was met, or null
   * @param lasted how long it took, or null
   */
  public record Criterion(
      @Nullable String text, boolean met, @Nullable Integer index, @Nullable Duration lasted) {}
}
