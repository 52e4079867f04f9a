package dev.hatchery.task;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Emitting;
import dev.hatchery.protocol.Emitting.Opening;
import dev.hatchery.protocol.Emitting.Whereabouts;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the database says of reported runs, and which of them this node may take. */
final class Claims {
  private final Bus bus;
  private final String node;

  Claims(Bus bus, String node) {
    this.bus = bus;
    this.node = node;
  }

  /** Whether this node holds the run as it was read. */
  boolean mine(Run run) {
    return node.equals(run.node());
  }

  /**
   * Takes what is unfinished and held by no other node.
   *
   * @param own whether also what was this node's before
   */
  Future<List<Emitting.Held>> takeUp(boolean own) {
    return bus.ask(Addresses.TAKE_UP_RUNS, new Emitting.TakeUp(node, own))
        .map(Emitting.TakenUp::runs);
  }

  /** Leaves to the other nodes what this one holds. */
  Future<?> letGo() {
    return bus.ask(Addresses.LET_GO_OF_RUNS, new Emitting.LetGo(node));
  }

  /** The owner's unfinished runs, whoever holds them. */
  Future<List<Whereabouts>> locate(Owner owner) {
    return bus.ask(Addresses.LOCATE_RUNS, new Emitting.Locate(owner)).map(Emitting.Located::runs);
  }

  /** Begins these, or takes them unless another node holds them; as they are then. */
  Future<List<Run>> open(List<Opening> openings) {
    return bus.ask(Addresses.OPEN_RUNS, new Emitting.Open(node, openings))
        .map(Emitting.Opened::runs);
  }

  /** Takes a run of this id that goes on, unless another node holds it; as it is then. */
  Future<Run> find(@Nullable Owner owner, String id) {
    return bus.ask(Addresses.FIND_RUN, new Storage.FindRun(owner, new RunRef(id)))
        .map(Claims::requireGoingOn)
        .compose(run -> open(List.of(new Opening(run, false))))
        .map(List::getFirst);
  }

  private static Run requireGoingOn(Storage.FoundRun found) {
    if (!(found.run().order() instanceof Order.Reported)) {
      throw new ProblemException(
          new Problem.Conflict(
              "not_reported", "Hatchery does the work of this run itself and reports it."));
    }
    if (found.run().status().ended()) {
      throw new ProblemException(
          new Problem.Conflict("already_finished", "This run is over already."));
    }
    return found.run();
  }
}
