package dev.hatchery.protocol;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Starting, stopping and working on runs. */
public sealed interface Running extends Message {
  /**
   * Asks for a run.
   *
   * @param key joins the unfinished or just ended run with the same key; or null
   * @param joinWithin how long after its ending a run is still joined by its key
   * @param idempotencyKey the same one with the same order gives the same run; or null
   */
  record Submit(
      Owner owner,
      Order order,
      @Nullable String key,
      Duration joinWithin,
      @Nullable String idempotencyKey)
      implements Running {}

  /** The run that a {@link Submit} or {@link Retry} led to; {@code created} when it is new. */
  record Submitted(Run run, boolean created) implements Running {}

  /** Asks to stop a run for good. */
  record Cancel(Owner owner, RunRef run) implements Running {}

  /** Asks for a new run with the order of a failed or cancelled one. */
  record Retry(Owner owner, RunRef run) implements Running {}

  /** Asks to let a run wait for its turn that is recorded as queued. */
  record LineUp(Run run) implements Running {}

  /** A run as it is. */
  record View(Run run) implements Running {}

  /** Asks to work on a claimed run until its end. */
  record Work(Run run) implements Running {}

  /** The work on a run is over, whatever came of it. */
  record Worked(RunId runId) implements Running {}

  /** Asks to stop working on a run. */
  record Halt(RunId runId) implements Running {}

  /** It is done; there is nothing to tell. */
  record Done() implements Running {}
}
