package dev.hatchery.progress;

import java.time.Duration;

/** Something that may happen to a run. */
sealed interface Step {
  /** Time passes while the run is looked after. */
  record Pass(Duration duration) implements Step {}

  /** Time passes while an append is under way, so that nothing is taken. */
  record Dawdle(Duration duration) implements Step {}

  /** A phase begins, perhaps again, perhaps too late. */
  record Enter(String phase, Duration typical) implements Step {}

  /** A bar moves, or resets. */
  record Measure(String phase, double fraction) implements Step {}

  /** A bar is no bar. */
  record Nonsense(String phase, double fraction) implements Step {}

  /** Milestones of no percentage, so many at once. */
  record Milestones(int count) implements Step {}

  /** The persona is written. */
  record Backstory() implements Step {}

  /** All is made. */
  record Saving() implements Step {}

  /** The queue says how many are ahead. */
  record Wait(int ahead) implements Step {}

  /** The node is killed and the run goes on elsewhere. */
  record Restart() implements Step {}

  /** The run is claimed anew on its node. */
  record Reclaim() implements Step {}

  /** The run is over; so it may be several times. */
  record End(boolean well) implements Step {}
}
