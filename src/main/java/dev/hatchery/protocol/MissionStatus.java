package dev.hatchery.protocol;

import java.util.Locale;

/** Where a mission stands in its life. */
public enum MissionStatus {
  PROPOSED,
  CLARIFICATION_NEEDED,
  APPROVED,
  EXECUTING,
  COMPLETED,
  FAILED,
  CANCELLED;

  /** Where the mission of this run stands. */
  public static MissionStatus of(Run run) {
    return switch (run.status()) {
      case PROPOSED -> of(Mission.of(run));
      case QUEUED, RUNNING -> EXECUTING;
      case SUCCEEDED -> COMPLETED;
      case FAILED -> FAILED;
      case CANCELLED -> CANCELLED;
    };
  }

  /** How it is called on the wire, such as {@code clarification_needed}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static MissionStatus of(Mission waiting) {
    if (waiting.question() != null) {
      return CLARIFICATION_NEEDED;
    }
    return waiting.approvedAt() == null ? PROPOSED : APPROVED;
  }
}
