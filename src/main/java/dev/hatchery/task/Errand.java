package dev.hatchery.task;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Problem;
import java.time.Duration;
import java.util.Set;

/**
 * Something to be done where a task is open, for which that place is looked up anew while it
 * changes.
 *
 * @param since when it was begun, by {@link System#nanoTime}
 * @param tries how often it was tried before
 */
record Errand(long since, int tries) {
  /** A lease, and time for somebody to notice that it ran out. */
  private static final Duration PATIENCE = Duration.ofSeconds(12);

  /** What the bus says when nobody answers. */
  private static final Set<String> NOBODY = Set.of("unavailable", "stopping");

  static Errand begin() {
    return new Errand(System.nanoTime(), 0);
  }

  Errand again() {
    return new Errand(since, tries + 1);
  }

  /** Whether it may be done elsewhere although it could not be done here. */
  boolean movedFromHere(Problem problem) {
    return problem instanceof Problem.Stale;
  }

  /**
   * Whether it may be done although the node that was asked could not. That a run is over is
   * believed only where it was just looked up: its name may have been given again.
   */
  boolean movedFromThere(Problem problem) {
    return switch (problem) {
      case Problem.Stale p -> true;
      case Problem.Unavailable p -> NOBODY.contains(p.code());
      case Problem.Conflict p -> tries == 0 && p.code().equals("already_finished");
      default -> false;
    };
  }

  /** Whether there is still time to try again. */
  boolean patient() {
    return System.nanoTime() - since < PATIENCE.toNanos();
  }

  /** What to say when there is not. */
  static ProblemException silent() {
    return new ProblemException(
        new Problem.Unavailable(
            "node_silent",
            "The part of Hatchery that hears the reports of this run does not answer; try again in"
                + " a moment."));
  }
}
