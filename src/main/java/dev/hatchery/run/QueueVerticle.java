package dev.hatchery.run;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.metrics.Metrics;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.MissionStatus;
import dev.hatchery.protocol.Missions;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Question;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Running;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lets runs wait in order, each kind in a lane of its own; event loop, one per node. */
public final class QueueVerticle extends VerticleBase {
  private static final int WAITING_MOST = 1000;

  private final Bus bus;
  private final RunPlans plans;
  private final String node;
  private final Map<RunKind, Slots> slots;
  private final Metrics metrics;
  private final Map<RunKind, Lane> lanes = new EnumMap<>(RunKind.class);

  /**
   * A queue of this node.
   *
   * @param slots of each kind that is worked on here
   */
  public QueueVerticle(
      Bus bus, RunPlans plans, String node, Map<RunKind, Slots> slots, Metrics metrics) {
    this.bus = bus;
    this.plans = plans;
    this.node = node;
    this.slots = Map.copyOf(slots);
    this.metrics = metrics;
  }

  @Override
  public Future<?> start() {
    slots.forEach(
        (kind, some) -> lanes.put(kind, new Lane(vertx, bus, node, kind, some, this::count)));
    return bus.ask(Addresses.RELEASE_RUNS, new Storage.ReleaseRuns(node, true))
        .compose(released -> bus.ask(Addresses.LIST_RUNS, waiting()))
        .compose(this::lineUp)
        .compose(
            done ->
                Future.all(
                    bus.answerLater(Addresses.SUBMIT, this::submit),
                    bus.answerLater(Addresses.LINE_UP, this::lineUp),
                    bus.answerLater(Addresses.CANCEL, this::cancel),
                    bus.answerLater(Addresses.RETRY, this::retry)))
        .compose(done -> Future.all(lanes.values().stream().map(Lane::learn).toList()))
        .onSuccess(done -> lanes.values().forEach(Lane::startNext));
  }

  /** Gives back what runs here, so that the next start goes on with it. */
  @Override
  public Future<?> stop() {
    lanes.values().forEach(Lane::close);
    return bus.ask(Addresses.RELEASE_RUNS, new Storage.ReleaseRuns(node, false));
  }

  private void count() {
    metrics.queue(
        lanes.values().stream().mapToInt(Lane::working).sum(),
        lanes.values().stream().mapToInt(Lane::waiting).sum());
  }

  private static Storage.ListRuns waiting() {
    return new Storage.ListRuns(null, RunStatus.QUEUED, null, 0, WAITING_MOST);
  }

  private Future<Void> lineUp(Storage.Runs waiting) {
    var opened = Future.<Void>succeededFuture();
    var inOrder = waiting.runs().stream().sorted(Comparator.comparingInt(Run::ahead)).toList();
    for (var run : inOrder) {
      opened = opened.compose(before -> open(run)).onSuccess(done -> lane(run).add(run)).mapEmpty();
    }
    return opened;
  }

  private Lane lane(Run run) {
    return Objects.requireNonNull(lanes.get(run.order().kind()), "nobody here does such work");
  }

  private Future<Running.Submitted> submit(Running.Submit submit) {
    return create(plans.first(submit), submit.idempotencyKey(), submit.joinWithin());
  }

  private Future<Running.Submitted> retry(Running.Retry retry) {
    return bus.ask(Addresses.FIND_RUN, new Storage.FindRun(retry.owner(), retry.run()))
        .compose(found -> create(plans.again(found.run()), null, Duration.ZERO))
        .compose(this::execute);
  }

  /** A mission that was approved once is not asked about again. */
  private Future<Running.Submitted> execute(Running.Submitted again) {
    var run = again.run();
    return run.order() instanceof Order.Pursue && MissionStatus.of(run) == MissionStatus.APPROVED
        ? bus.ask(Addresses.EXECUTE, new Missions.Execute(run.owner(), RunRef.of(run.id())))
            .map(executed -> new Running.Submitted(executed.run(), again.created()))
        : Future.succeededFuture(again);
  }

  private Future<Running.Submitted> create(
      Run run, @Nullable String idempotencyKey, Duration joinWithin) {
    return bus.ask(
            Addresses.CREATE_RUN,
            new Storage.CreateRun(run, idempotencyKey, joinWithin, plans.room()))
        .compose(
            created ->
                created.created()
                    ? begin(created.run()).map(begun -> new Running.Submitted(begun, true))
                    : Future.succeededFuture(new Running.Submitted(created.run(), false)));
  }

  private Future<Run> begin(Run run) {
    return run.status() == RunStatus.QUEUED ? queue(run).map(run) : open(run).map(run);
  }

  private Future<Running.Done> lineUp(Running.LineUp asked) {
    return queue(asked.run());
  }

  private Future<Running.Done> queue(Run run) {
    return open(run)
        .onSuccess(
            opened -> {
              lane(run).add(run);
              lane(run).startNext();
            });
  }

  private Future<Running.Done> open(Run run) {
    return bus.ask(Addresses.OPEN_PROGRESS, new Progress.Open(run));
  }

  private Future<Running.View> cancel(Running.Cancel cancel) {
    return find(cancel)
        .compose(
            run ->
                waits(run)
                    ? cancelWaiting(run).recover(failure -> haltIfClaimed(cancel, failure))
                    : halt(run))
        .compose(done -> find(cancel))
        .map(Running.View::new);
  }

  private Future<Run> find(Running.Cancel cancel) {
    return bus.ask(Addresses.FIND_RUN, new Storage.FindRun(cancel.owner(), cancel.run()))
        .map(Storage.FoundRun::run);
  }

  private static boolean waits(Run run) {
    return run.status() == RunStatus.QUEUED || run.status() == RunStatus.PROPOSED;
  }

  private Future<Void> cancelWaiting(Run run) {
    return open(run)
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
        .onSuccess(reached -> lane(run).remove(run.id()))
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
    return switch (run.order()) {
      case Order.Hatch hatch -> Addresses.HALT_HATCHING;
      case Order.Reported reported -> Addresses.HALT_TASK;
      case Order.Pursue pursue -> Addresses.HALT_MISSION;
    };
  }
}
