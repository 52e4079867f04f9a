package dev.hatchery.run;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Checkpoint;
import dev.hatchery.protocol.Mission;
import dev.hatchery.protocol.MissionStep;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Phase;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Running;
import dev.hatchery.protocol.Standing;
import dev.hatchery.protocol.Storage;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** New runs, as they are before their first event. */
public final class RunPlans {
  private final InstantSource clock;
  private final List<Phase> hatching;
  private final Storage.Room room;

  /**
   * Plans for this server's settings.
   *
   * @param hatching the phases of a hatching
   * @param room how many runs may wait
   */
  public RunPlans(InstantSource clock, List<Phase> hatching, Storage.Room room) {
    this.clock = clock;
    this.hatching = List.copyOf(hatching);
    this.room = room;
  }

  Storage.Room room() {
    return room;
  }

  Run first(Running.Submit submit) {
    return run(submit.owner(), submit.order(), submit.key(), 1, null, beginning(submit.order()));
  }

  private static Checkpoint beginning(Order order) {
    return order instanceof Order.Pursue pursue
        ? new Checkpoint.OfMission(Mission.proposed(pursue.brief()))
        : Checkpoint.Hatching.NOTHING;
  }

  /** A new run with the order of a failed or cancelled one; what that one saved is taken over. */
  Run again(Run old) {
    if (old.order() instanceof Order.Reported) {
      throw new ProblemException(
          new Problem.Conflict(
              "not_retryable", "Only the program that reported this run can do its work again."));
    }
    if (old.status() != RunStatus.FAILED && old.status() != RunStatus.CANCELLED) {
      throw new ProblemException(
          new Problem.Conflict(
              "not_retryable", "Only a run that failed or was cancelled can be tried again."));
    }
    return run(
        old.owner(), old.order(), null, old.attempt() + 1, old.id(), again(old.checkpoint()));
  }

  /**
   * A mission goes through all its steps again, with what it is to do now and the same approval.
   */
  private static Checkpoint again(Checkpoint before) {
    return before instanceof Checkpoint.OfMission of
        ? new Checkpoint.OfMission(
            Mission.proposed(of.mission().brief()).approved(of.mission().approvedAt()))
        : before;
  }

  private List<Phase> plan(Order order) {
    return order instanceof Order.Pursue ? MissionStep.PLAN : hatching;
  }

  private Run run(
      Owner owner,
      Order order,
      @Nullable String key,
      int attempt,
      @Nullable RunId retryOf,
      Checkpoint checkpoint) {
    var proposed = order instanceof Order.Pursue;
    var message = proposed ? "Waiting for your approval." : "Waiting for its turn.";
    return new Run(
        RunId.random(),
        0,
        owner,
        null,
        order,
        key,
        proposed ? RunStatus.PROPOSED : RunStatus.QUEUED,
        new Standing(0, 0, null, message, null),
        0,
        clock.instant(),
        null,
        null,
        null,
        attempt,
        retryOf,
        null,
        0,
        0,
        0,
        0,
        plan(order),
        checkpoint,
        null,
        null);
  }
}
