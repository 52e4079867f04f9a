package dev.hatchery.protocol;

/** Where a run stands in its life. */
public enum RunStatus {
  /** It waits for a word of its owner. */
  PROPOSED,
  QUEUED,
  RUNNING,
  SUCCEEDED,
  FAILED,
  CANCELLED;

  /** Whether the run has had its one ending. */
  public boolean ended() {
    return this == SUCCEEDED || this == FAILED || this == CANCELLED;
  }
}
