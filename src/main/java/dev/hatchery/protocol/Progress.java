package dev.hatchery.protocol;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What workers say about a run, and what they hear back. */
public sealed interface Progress extends Message {
  /** A run whose progress is to be kept on this node from now on. */
  record Open(Run run) implements Progress {}

  /** The run waits. {@code ahead} runs start before it. */
  record Wait(RunId runId, int ahead, @Nullable Eta eta) implements Progress {}

  /**
   * A phase begins.
   *
   * @param idle what its ticks say while nothing is measured
   * @param typical how long it typically takes, for estimates
   * @param outlook how long the run took from here on in the past, or null without history
   */
  record Enter(
      RunId runId,
      long epoch,
      String phase,
      Happening idle,
      String message,
      String silentMessage,
      Duration typical,
      @Nullable Eta outlook)
      implements Progress {}

  /**
   * How far a phase is, measured.
   *
   * @param fraction 0 to 1
   */
  record Measure(
      RunId runId, long epoch, String phase, double fraction, Happening tick, String message)
      implements Progress {}

  /**
   * A milestone, to be answered when it is in the journal.
   *
   * @param progress where the run is with it, 0 to 100, or null to stay where it is
   */
  record Reach(
      RunId runId,
      long epoch,
      Happening milestone,
      String message,
      @Nullable Double progress,
      @Nullable Checkpoint checkpoint)
      implements Progress {}

  /** The milestone is in the journal at this place. */
  record Reached(long id, long seq) implements Progress {}
}
