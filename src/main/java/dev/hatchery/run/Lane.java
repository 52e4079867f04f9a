package dev.hatchery.run;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Question;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.Running;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runs of one kind on this node: those that wait, in order, and as many at work as it has
 * slots. No kind waits for another. Lives on its verticle's event loop.
 */
final class Lane {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
  private static final int CRASHES_MOST = 3;
  private static final Duration BREATH = Duration.ofSeconds(1);

  private final Vertx vertx;
  private final Bus bus;
  private final String node;
  private final RunKind kind;
  private final int perOwner;
  private final Outlook outlook;
  private final Runnable moved;
  private final WaitingLine line = new WaitingLine();
  private int free;
  private int working;

  /**
   * A lane where nobody waits yet.
   *
   * @param moved is called when other runs wait or are at work than before
   */
  Lane(Vertx vertx, Bus bus, String node, RunKind kind, Slots slots, Runnable moved) {
    this.vertx = vertx;
    this.bus = bus;
    this.node = node;
    this.kind = kind;
    this.perOwner = slots.perOwner();
    this.outlook = new Outlook(bus, kind, slots.all());
    this.moved = moved;
    this.free = slots.all();
  }

  int working() {
    return working;
  }

  int waiting() {
    return line.length();
  }

  /** See {@link Outlook#learn}. */
  Future<Void> learn() {
    return outlook.learn();
  }

  /** Lets the run wait behind the others. */
  void add(Run run) {
    line.add(run);
  }

  /** The run waits no more. */
  void remove(RunId runId) {
    line.remove(runId);
    tellPlaces();
  }

  /** Nothing is started from now on. */
  void close() {
    free = 0;
  }

  /** Starts as many as there are slots, the oldest first. */
  void startNext() {
    if (free > 0) {
      free--;
      working++;
      bus.ask(Addresses.CLAIM_RUN, new Storage.ClaimRun(node, kind, perOwner))
          .onSuccess(this::claimed)
          .onFailure(
              failure -> {
                LOG.warn("No run could be claimed: {}", failure.getMessage());
                release();
                vertx.setTimer(BREATH.toMillis(), again -> startNext());
              });
    }
    tellPlaces();
  }

  private void claimed(Storage.ClaimedRun claimed) {
    var run = claimed.run();
    if (run == null) {
      release();
      tellPlaces();
      return;
    }
    line.remove(run.id());
    bus.ask(Addresses.OPEN_PROGRESS, new Progress.Open(run))
        .compose(opened -> run.crashes() < CRASHES_MOST ? work(run) : giveUp(run))
        .onFailure(
            failure ->
                LOG.atError()
                    .addKeyValue(RunId.KEY, run.id())
                    .setCause(failure)
                    .log("The run was not worked on"))
        .onComplete(
            over -> {
              release();
              learn().onComplete(learned -> startNext());
            });
    startNext();
  }

  private void release() {
    free++;
    working--;
  }

  private Future<Void> work(Run run) {
    LOG.atInfo().addKeyValue(RunId.KEY, run.id()).log("The run starts");
    return bus.ask(worker(), new Running.Work(run)).mapEmpty();
  }

  private Question<Running.Work, Running.Worked> worker() {
    return kind == RunKind.MISSION ? Addresses.PURSUE : Addresses.HATCH;
  }

  private Future<Void> giveUp(Run run) {
    return bus.ask(
            Addresses.REACH,
            new Progress.Reach(
                run.id(),
                run.epoch(),
                new Happening.Failed("worker_lost", true),
                "The server stopped three times while working on this; it was given up.",
                null,
                null))
        .mapEmpty();
  }

  private void tellPlaces() {
    moved.run();
    line.moved(working)
        .forEach(
            place ->
                bus.announce(
                    Addresses.WAITED,
                    new Progress.Wait(place.runId(), place.ahead(), outlook.of(place.ahead()))));
  }
}
