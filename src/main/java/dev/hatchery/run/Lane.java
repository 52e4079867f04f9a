package dev.hatchery.run;

import dev.hatchery.bus.Bus;
import dev.hatchery.lease.Lease;
import dev.hatchery.metrics.Metrics;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Leasing;
import dev.hatchery.protocol.Leasing.Held;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Question;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.Running;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runs of one kind on this node: as many at work as it has slots, and those that wait for one.
 * No kind waits for another. Lives on its verticle's event loop.
 */
final class Lane {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
  private static final int CRASHES_MOST = 3;
  private static final Duration BREATH = Duration.ofSeconds(1);

  private final Vertx vertx;
  private final Bus bus;
  private final String node;
  private final RunKind kind;
  private final Slots slots;
  private final Lease lease;
  private final Outlook outlook;
  private final Line line;
  private final Metrics metrics;
  private final Runnable moved;
  private final Endings endings;
  private final Set<Held> atWork = new HashSet<>();
  private final Set<Held> lost = new HashSet<>();
  private final Set<RunId> begun = new HashSet<>();
  private final Promise<Void> idle = Promise.promise();
  private int claiming;
  private boolean closed;

  /**
   * A lane where nobody works yet.
   *
   * @param moved is called when other runs wait or are at work than before
   */
  Lane(
      Vertx vertx,
      Bus bus,
      String node,
      RunKind kind,
      Slots slots,
      Lease lease,
      Outlook outlook,
      Line line,
      Metrics metrics,
      Runnable moved) {
    this.vertx = vertx;
    this.bus = bus;
    this.node = node;
    this.kind = kind;
    this.slots = slots;
    this.lease = lease;
    this.outlook = outlook;
    this.line = line;
    this.metrics = metrics;
    this.moved = moved;
    this.endings = new Endings(vertx, bus);
  }

  int slots() {
    return slots.all();
  }

  int working() {
    return atWork.size() + claiming;
  }

  int waiting() {
    return line.length();
  }

  /** What is worked on here. */
  Set<Held> atWork() {
    return Set.copyOf(atWork);
  }

  /** Whether its worker is there, and hears what is said of it. */
  boolean worksOn(RunId runId) {
    return begun.contains(runId);
  }

  /** Whether it is not known yet what will be worked on here. */
  boolean claiming() {
    return claiming > 0;
  }

  /** Whether one more can be worked on; not while what was lost is still being stopped. */
  boolean hasRoom() {
    return !closed && working() < slots.all() && lost.isEmpty() && lease.valid();
  }

  /** See {@link Outlook#learn}. */
  Future<Void> learn() {
    return outlook.learn();
  }

  /** Lets the run wait in its place. */
  void add(Run run) {
    line.add(run);
  }

  /** The run waits no more. */
  void remove(RunId runId) {
    line.remove(runId);
    tellPlaces();
  }

  /** Nothing is started from now on; completes when nothing is at work any more. */
  Future<Void> close() {
    closed = true;
    rest();
    return idle.future();
  }

  /** Starts as many as there are slots, the oldest first. */
  void startNext() {
    if (hasRoom()) {
      claiming++;
      var term = lease.term();
      bus.ask(Addresses.CLAIM_RUN, new Storage.ClaimRun(node, kind, slots.perOwner()))
          .onSuccess(claimed -> claimed(term, claimed))
          .onFailure(
              failure -> {
                LOG.warn("No run could be claimed: {}", failure.getMessage());
                claiming--;
                rest();
                vertx.setTimer(BREATH.toMillis(), again -> startNext());
              });
    }
    tellPlaces();
  }

  /** Whatever works on these is stopping, and others go on with them. */
  void lose(Leasing.Lost told) {
    atWork.stream().filter(held -> told.concerns(held.runId(), held.epoch())).forEach(lost::add);
  }

  /** Looks for those that a renewal did not prolong: they have ended, or were taken from us. */
  void compare(List<Held> prolonged) {
    for (var held : atWork()) {
      if (!prolonged.contains(held) && !lost.contains(held)) {
        bus.ask(Addresses.FIND_RUN, new Storage.FindRun(null, RunRef.of(held.runId())))
            .onSuccess(found -> compare(held, found.run()));
      }
    }
  }

  private void compare(Held held, Run now) {
    if (now.epoch() != held.epoch() && atWork.contains(held)) {
      LOG.atWarn().addKeyValue(RunId.KEY, now.id()).log("The run was taken over by another node");
      metrics.leases().lost();
      bus.announce(Addresses.LEASES_LOST, new Leasing.Lost(false, List.of(held)));
    }
  }

  private void claimed(int term, Storage.ClaimedRun claimed) {
    claiming--;
    var run = claimed.run();
    if (run == null || term != lease.term() || !lease.valid()) {
      // What was claimed in an earlier term is let go of with all that the node held then.
      rest();
      tellPlaces();
      return;
    }
    if (claimed.takenOver()) {
      metrics.leases().tookOver();
    }
    begin(run);
    startNext();
  }

  private void begin(Run run) {
    var held = Held.of(run);
    atWork.add(held);
    line.remove(run.id());
    bus.ask(Addresses.OPEN_PROGRESS, new Progress.Open(run))
        .compose(opened -> run.crashes() < CRASHES_MOST ? work(run) : endings.giveUp(run))
        .onFailure(
            failure ->
                LOG.atError()
                    .addKeyValue(RunId.KEY, run.id())
                    .setCause(failure)
                    .log("The run was not worked on"))
        .onComplete(over -> begun.remove(run.id()))
        .transform(over -> endings.require(held, over.cause(), () -> answersFor(held)))
        .onComplete(
            over -> {
              atWork.remove(held);
              lost.remove(held);
              rest();
              learn().onComplete(learned -> startNext());
            });
  }

  /** What is lost, or handed over as we leave, others go on with. */
  private boolean answersFor(Held held) {
    return !closed && !lost.contains(held) && lease.valid();
  }

  private void rest() {
    if (closed && working() == 0) {
      idle.tryComplete();
    }
  }

  private Future<Void> work(Run run) {
    LOG.atInfo().addKeyValue(RunId.KEY, run.id()).log("The run starts");
    begun.add(run.id());
    return bus.ask(worker(), new Running.Work(run)).mapEmpty();
  }

  private Question<Running.Work, Running.Worked> worker() {
    return kind == RunKind.MISSION ? Addresses.PURSUE : Addresses.HATCH;
  }

  private void tellPlaces() {
    moved.run();
    line.moved(working());
  }
}
