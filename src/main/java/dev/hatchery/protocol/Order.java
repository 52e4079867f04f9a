package dev.hatchery.protocol;

import org.jspecify.annotations.Nullable;

/** What somebody asked a run to do. */
public sealed interface Order {
  /** The kind of run that does it. */
  RunKind kind();

  /**
   * A companion to hatch.
   *
   * @param description the user's words, 1 to 2,000 characters, trimmed
   * @param seed makes the same words give the same companion again
   */
  record Hatch(String description, long seed) implements Order {
    @Override
    public RunKind kind() {
      return RunKind.HATCH;
    }
  }

  /**
   * Work of another program, which reports it.
   *
   * @param kind {@link RunKind#TASK} or {@link RunKind#COMMAND}
   * @param title what it is, for people
   */
  record Reported(RunKind kind, String title) implements Order {}

  /**
   * A mission to carry out.
   *
   * @param brief as it was first proposed; what it is now stands in its {@link Mission}
   * @param part of what larger run it is, or null
   */
  record Pursue(Brief brief, @Nullable Part part) implements Order {
    /** One that stands for itself. */
    public Pursue(Brief brief) {
      this(brief, null);
    }

    @Override
    public RunKind kind() {
      return RunKind.MISSION;
    }
  }
}
