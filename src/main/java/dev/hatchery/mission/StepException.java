package dev.hatchery.mission;

import dev.hatchery.protocol.Deed;
import dev.hatchery.protocol.Mission;
import java.util.List;

/** A step cannot be done, which ends its mission. */
final class StepException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Mission.Failure failure;
  private final transient List<Deed> deeds;

  /** Fails so; the deeds become true nevertheless. */
  StepException(Mission.Failure failure, List<Deed> deeds) {
    super(failure.words());
    this.failure = failure;
    this.deeds = List.copyOf(deeds);
  }

  /** Fails with this code and in these words; trying the same again does not help. */
  StepException(String code, String words) {
    this(new Mission.Failure(code, words, false), List.of());
  }

  Mission.Failure failure() {
    return failure;
  }

  List<Deed> deeds() {
    return deeds;
  }
}
