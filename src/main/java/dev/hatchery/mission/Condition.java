package dev.hatchery.mission;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.MissionStatus;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Run;

/** Where a mission stands in its life, and so what its owner may do with it. */
record Condition(Run mission) {
  /** Throws a {@link ProblemException} with these words unless it stands there. */
  void require(MissionStatus wanted, String code, String words) {
    var status = MissionStatus.of(mission);
    if (status != wanted) {
      throw conflict(code, words + " This one is " + status.word() + ".");
    }
  }

  /** Throws a {@link ProblemException} unless it may be executed now. */
  void requireApproved() {
    switch (MissionStatus.of(mission)) {
      case APPROVED -> {}
      case PROPOSED -> throw conflict("not_approved", "Mission not approved: approve it first.");
      case CLARIFICATION_NEEDED ->
          throw conflict(
              "clarification_needed", "Mission not approved: answer its question first.");
      default -> throw conflict("executed_before", "Mission executed before: propose it anew.");
    }
  }

  private static ProblemException conflict(String code, String detail) {
    return new ProblemException(new Problem.Conflict(code, detail));
  }
}
