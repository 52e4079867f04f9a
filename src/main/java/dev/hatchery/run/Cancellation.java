package dev.hatchery.run;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Question;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Running;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * Stops runs, wherever they are: what waits is ended here, and what is worked on is stopped by the
 * node that does so. While it passes from one to another it is looked for again.
 */
final class Cancellation {
  private static final Duration BREATH = Duration.ofMillis(250);
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(2);

  /** A dead node's lease is over by then, and somebody has gone on with its run. */
  private static final int TRIES_MOST = 40;

  private final Vertx vertx;
  private final Bus bus;
  private final String node;
  private final Lanes lanes;

  /** Cancellations on this node. */
  Cancellation(Vertx vertx, Bus bus, String node, Lanes lanes) {
    this.vertx = vertx;
    this.bus = bus;
    this.node = node;
    this.lanes = lanes;
  }

  Future<Running.View> cancel(Running.Cancel cancel) {
    return find(cancel)
        .compose(run -> stop(cancel, run, TRIES_MOST))
        .compose(done -> find(cancel))
        .map(Running.View::new);
  }

  /** Stops what is worked on here; stale when that is not, or no more. */
  Future<Running.Done> halt(Running.Halt halt) {
    return find(new Storage.FindRun(null, RunRef.of(halt.runId())))
        .compose(run -> node.equals(run.node()) ? haltHere(run) : elsewhere());
  }

  private Future<Void> stop(Running.Cancel cancel, Run run, int tries) {
    return stop(run)
        .recover(
            failure ->
                ProblemException.in(failure) instanceof Problem.Stale
                    ? again(cancel, tries - 1)
                    : Future.failedFuture(failure));
  }

  /** It was claimed between our look and our word, or its node is gone: the database decides. */
  private Future<Void> again(Running.Cancel cancel, int tries) {
    if (tries == 0) {
      return Future.failedFuture(
          new ProblemException(
              new Problem.Unavailable(
                  "not_stopped", "The node that works on it does not answer; try again.")));
    }
    Promise<Void> waited = Promise.promise();
    vertx.setTimer(BREATH.toMillis(), over -> waited.complete());
    return waited.future().compose(over -> find(cancel)).compose(run -> stop(cancel, run, tries));
  }

  private Future<Void> stop(Run run) {
    if (run.status().ended()) {
      return Future.failedFuture(
          new ProblemException(
              new Problem.Conflict("already_finished", "This run is over already.")));
    }
    if (waits(run)) {
      return endWaiting(run);
    }
    return node.equals(run.node()) ? haltHere(run).mapEmpty() : haltThere(run);
  }

  /** Also what a node has let go of waits, until another takes it. */
  private static boolean waits(Run run) {
    return run.status() != RunStatus.RUNNING || run.node() == null;
  }

  private Future<Void> endWaiting(Run run) {
    return bus.ask(Addresses.OPEN_PROGRESS, new Progress.Open(run))
        .compose(
            opened ->
                bus.ask(
                    Addresses.REACH,
                    new Progress.Reach(
                        run.id(),
                        run.epoch(),
                        new Happening.Cancelled(),
                        "You stopped it here. Nothing was kept.",
                        null,
                        null)))
        .onSuccess(reached -> lanes.remove(run))
        .mapEmpty();
  }

  /** Who was claimed a moment ago has no worker yet that would hear of it. */
  private Future<Running.Done> haltHere(Run run) {
    return lanes.workOn(run) ? bus.ask(worker(run), new Running.Halt(run.id())) : passing();
  }

  private Future<Void> haltThere(Run run) {
    var there = Addresses.HALT.at(String.valueOf(run.node())).within(ANSWERED_WITHIN);
    return bus.ask(there, new Running.Halt(run.id()))
        .recover(
            failure ->
                ProblemException.in(failure) instanceof Problem.Unavailable
                    ? elsewhere()
                    : Future.failedFuture(failure))
        .mapEmpty();
  }

  private static Future<Running.Done> elsewhere() {
    return stale("Another node works on this run.");
  }

  private static Future<Running.Done> passing() {
    return stale("Nobody works on this run yet, or any more.");
  }

  private static Future<Running.Done> stale(String words) {
    return Future.failedFuture(new ProblemException(new Problem.Stale(words)));
  }

  private Future<Run> find(Running.Cancel cancel) {
    return find(new Storage.FindRun(cancel.owner(), cancel.run()));
  }

  private Future<Run> find(Storage.FindRun find) {
    return bus.ask(Addresses.FIND_RUN, find).map(Storage.FoundRun::run);
  }

  private static Question<Running.Halt, Running.Done> worker(Run run) {
    return switch (run.order()) {
      case Order.Hatch hatch -> Addresses.HALT_HATCHING;
      case Order.Reported reported -> Addresses.HALT_TASK;
      case Order.Pursue pursue -> Addresses.HALT_MISSION;
    };
  }
}
