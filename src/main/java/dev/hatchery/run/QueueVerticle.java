package dev.hatchery.run;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.metrics.Metrics;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Question;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Running;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets runs wait in order, and starts one when a slot is free; event loop, one per node. */
public final class QueueVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(QueueVerticle.class);
  private static final int CRASHES_MOST = 3;
  private static final int WAITING_MOST = 1000;
  private static final Duration BREATH = Duration.ofSeconds(1);

  private final Bus bus;
  private final RunPlans plans;
  private final String node;
  private final WaitingLine line = new WaitingLine();
  private final Outlook outlook;
  private final Metrics metrics;
  private final int perOwner;
  private int free;
  private int running;

  /** A queue of this node. */
  public QueueVerticle(Bus bus, RunPlans plans, String node, Slots slots, Metrics metrics) {
    this.bus = bus;
    this.plans = plans;
    this.node = node;
    this.outlook = new Outlook(bus, slots.all());
    this.free = slots.all();
    this.perOwner = slots.perOwner();
    this.metrics = metrics;
  }

  @Override
  public Future<?> start() {
    return bus.ask(Addresses.RELEASE_RUNS, new Storage.ReleaseRuns(node, true))
        .compose(released -> bus.ask(Addresses.LIST_RUNS, waiting()))
        .compose(this::lineUp)
        .compose(
            done ->
                Future.all(
                    bus.answerLater(Addresses.SUBMIT, this::submit),
                    bus.answerLater(Addresses.CANCEL, this::cancel),
                    bus.answerLater(Addresses.RETRY, this::retry)))
        .compose(done -> outlook.learn())
        .onSuccess(done -> startNext());
  }

  /** Gives back what runs here, so that the next start goes on with it. */
  @Override
  public Future<?> stop() {
    free = 0;
    return bus.ask(Addresses.RELEASE_RUNS, new Storage.ReleaseRuns(node, false));
  }

  private static Storage.ListRuns waiting() {
    return new Storage.ListRuns(null, RunStatus.QUEUED, null, 0, WAITING_MOST);
  }

  private Future<Void> lineUp(Storage.Runs newestFirst) {
    var opened = Future.<Void>succeededFuture();
    for (var run : newestFirst.runs().reversed()) {
      opened = opened.compose(before -> open(run)).onSuccess(done -> line.add(run)).mapEmpty();
    }
    return opened;
  }

  private Future<Running.Submitted> submit(Running.Submit submit) {
    return create(plans.first(submit), submit.idempotencyKey(), submit.joinWithin());
  }

  private Future<Running.Submitted> retry(Running.Retry retry) {
    return bus.ask(Addresses.FIND_RUN, new Storage.FindRun(retry.owner(), retry.run()))
        .compose(found -> create(plans.again(found.run()), null, Duration.ZERO));
  }

  private Future<Running.Submitted> create(
      Run run, @Nullable String idempotencyKey, Duration joinWithin) {
    return bus.ask(
            Addresses.CREATE_RUN,
            new Storage.CreateRun(run, idempotencyKey, joinWithin, plans.room()))
        .compose(
            created ->
                created.created()
                    ? queue(created.run()).map(queued -> new Running.Submitted(queued, true))
                    : Future.succeededFuture(new Running.Submitted(created.run(), false)));
  }

  private Future<Run> queue(Run run) {
    return open(run)
        .map(
            opened -> {
              line.add(run);
              startNext();
              return run;
            });
  }

  private Future<Running.Done> open(Run run) {
    return bus.ask(Addresses.OPEN_PROGRESS, new Progress.Open(run));
  }

  private void startNext() {
    if (free > 0) {
      free--;
      running++;
      bus.ask(Addresses.CLAIM_RUN, new Storage.ClaimRun(node, perOwner))
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
    open(run)
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
              outlook.learn().onComplete(learned -> startNext());
            });
    startNext();
  }

  private void release() {
    free++;
    running--;
  }

  private Future<Void> work(Run run) {
    LOG.atInfo().addKeyValue(RunId.KEY, run.id()).log("The run starts");
    return bus.ask(Addresses.HATCH, new Running.Work(run)).mapEmpty();
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
    metrics.queue(running, line.length());
    line.moved(running)
        .forEach(
            place ->
                bus.announce(
                    Addresses.WAITED,
                    new Progress.Wait(place.runId(), place.ahead(), outlook.of(place.ahead()))));
  }

  private Future<Running.View> cancel(Running.Cancel cancel) {
    return find(cancel)
        .compose(
            run ->
                run.status() == RunStatus.QUEUED
                    ? cancelWaiting(run).recover(failure -> haltIfClaimed(cancel, failure))
                    : halt(run))
        .compose(done -> find(cancel))
        .map(Running.View::new);
  }

  private Future<Run> find(Running.Cancel cancel) {
    return bus.ask(Addresses.FIND_RUN, new Storage.FindRun(cancel.owner(), cancel.run()))
        .map(Storage.FoundRun::run);
  }

  private Future<Void> cancelWaiting(Run run) {
    return bus.ask(
            Addresses.REACH,
            new Progress.Reach(
                run.id(),
                run.epoch(),
                new Happening.Cancelled(),
                "You stopped it here. Nothing was kept.",
                null,
                null))
        .onSuccess(
            reached -> {
              line.remove(run.id());
              tellPlaces();
            })
        .mapEmpty();
  }

  /** It was claimed between our look and our word: the database decided, and now it runs. */
  private Future<Void> haltIfClaimed(Running.Cancel cancel, Throwable failure) {
    return ProblemException.in(failure) instanceof Problem.Stale
        ? find(cancel).compose(this::halt)
        : Future.failedFuture(failure);
  }

  private Future<Void> halt(Run run) {
    return run.status().ended()
        ? Future.failedFuture(
            new ProblemException(
                new Problem.Conflict("already_finished", "This run is over already.")))
        : bus.ask(worker(run), new Running.Halt(run.id())).mapEmpty();
  }

  private static Question<Running.Halt, Running.Done> worker(Run run) {
    return run.order() instanceof Order.Reported ? Addresses.HALT_TASK : Addresses.HALT_HATCHING;
  }
}
