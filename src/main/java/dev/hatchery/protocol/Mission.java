package dev.hatchery.protocol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mission as far as it is: the checkpoint of its run. Where it stands in its life follows from
 * its run, see {@link MissionStatus}.
 *
 * @param brief as it is now
 * @param edits how it came to be so, oldest first
 * @param approvedAt null until its owner approved it
 * @param question what its owner has to answer before it goes on, or null
 * @param passages the steps that were begun, in order, each once
 * @param findings what they found
 * @param failure why it fails, or null
 * @param stopped whether it was told that nothing more is done for it
 */
public record Mission(
    Brief brief,
    List<Edit> edits,
    @Nullable Instant approvedAt,
    @Nullable String question,
    List<Passage> passages,
    Findings findings,
    @Nullable Failure failure,
    boolean stopped) {
  public Mission {
    edits = List.copyOf(edits);
    passages = List.copyOf(passages);
  }

  /**
   * A change of the brief.
   *
   * @param field what was changed, as it is called on the wire
   * @param from the value before in words, or null for none
   * @param to the value after in words, or null for none
   */
  public record Edit(Instant at, String field, @Nullable String from, @Nullable String to) {}

  /**
   * A step that was begun.
   *
   * @param endedAt null while it is at work
   * @param message one sentence for people, the last that was said of it
   */
  public record Passage(
      MissionStep step,
      Stage stage,
      Instant startedAt,
      @Nullable Instant endedAt,
      String message) {}

  /** Where a step stands. */
  public enum Stage {
    STARTED,
    COMPLETED,
    FAILED
  }

  /**
   * Why a mission fails.
   *
   * @param code stable, for programs
   * @param words one sentence for people
   * @param retryable whether trying again may help
   */
  public record Failure(String code, String words, boolean retryable) {}

  /** A mission that was just proposed. */
  public static Mission proposed(Brief brief) {
    return new Mission(brief, List.of(), null, null, List.of(), Findings.NOTHING, null, false);
  }

  /** The mission of a run of that kind. */
  public static Mission of(Run run) {
    return ((Checkpoint.OfMission) run.checkpoint()).mission();
  }

  /** The same with another brief, and how it came to be so. */
  public Mission amended(Brief other, List<Edit> all) {
    return new Mission(other, all, approvedAt, question, passages, findings, failure, stopped);
  }

  /** The same, approved then, or not yet where it is null. */
  public Mission approved(@Nullable Instant at) {
    return new Mission(brief, edits, at, question, passages, findings, failure, stopped);
  }

  /** The same, waiting for an answer to this question, or for none where it is null. */
  public Mission asking(@Nullable String other) {
    return new Mission(brief, edits, approvedAt, other, passages, findings, failure, stopped);
  }

  /** The same with this step where it stands now; a step that was begun before began then. */
  public Mission with(Passage passage) {
    var all = new ArrayList<>(passages);
    all.removeIf(before -> before.step() == passage.step());
    all.add(passage);
    return new Mission(brief, edits, approvedAt, question, all, findings, failure, stopped);
  }

  /** The same with what is known now. */
  public Mission with(Findings known) {
    return new Mission(brief, edits, approvedAt, question, passages, known, failure, stopped);
  }

  /** The same, failing so. */
  public Mission failing(Failure reason) {
    return new Mission(brief, edits, approvedAt, question, passages, findings, reason, stopped);
  }

  /** The same, with nothing more to be done for it. */
  public Mission stop() {
    return new Mission(brief, edits, approvedAt, question, passages, findings, failure, true);
  }

  /** What is known of a step, or null before it is begun. */
  public @Nullable Passage passage(MissionStep step) {
    return passages.stream().filter(passage -> passage.step() == step).findFirst().orElse(null);
  }

  /** Whether this step need not be done again. */
  public boolean completed(MissionStep step) {
    var passage = passage(step);
    return passage != null && passage.stage() == Stage.COMPLETED;
  }

  /** The step that was begun last, or null before the first. */
  public @Nullable MissionStep current() {
    return passages.isEmpty() ? null : passages.getLast().step();
  }
}
