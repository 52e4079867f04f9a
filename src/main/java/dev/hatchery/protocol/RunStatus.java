package dev.hatchery.protocol;

/** Where a run stands in its life. */
public enum RunStatus {
  QUEUED,
  RUNNING,
  SUCCEEDED,
  FAILED,
  CANCELLED;

  /** Whether the run has had its one ending. */
  public boolean ended() {
    return this != QUEUED && this != RUNNING;
  }
}
