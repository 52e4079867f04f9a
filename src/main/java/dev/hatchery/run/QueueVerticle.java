package dev.hatchery.run;

import dev.hatchery.bus.Bus;
import dev.hatchery.lease.Lease;
import dev.hatchery.metrics.Metrics;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Leasing;
import dev.hatchery.protocol.Missions;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Running;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets runs wait in order, each kind in a lane of its own, and works on those that nobody else
 * does; event loop, one per node.
 */
public final class QueueVerticle extends VerticleBase {
  private static final int WAITING_MOST = 1000;

  private final Bus bus;
  private final RunPlans plans;
  private final Identity self;
  private final Map<RunKind, Slots> slots;
  private final Lease lease;
  private final Metrics metrics;
  private final Map<RunKind, Lane> lanes = new EnumMap<>(RunKind.class);
  private final List<SharedLine> lines = new ArrayList<>();

  /**
   * A queue of this node.
   *
   * @param slots of each kind that is worked on here
   * @param lease under which they are
   */
  public QueueVerticle(
      Bus bus,
      RunPlans plans,
      Identity self,
      Map<RunKind, Slots> slots,
      Lease lease,
      Metrics metrics) {
    this.bus = bus;
    this.plans = plans;
    this.self = self;
    this.slots = Map.copyOf(slots);
    this.lease = lease;
    this.metrics = metrics;
  }

  @Override
  public Future<?> start() {
    slots.forEach((kind, some) -> lanes.put(kind, lane(kind, some)));
    var cancellation =
        new Cancellation(
            vertx, bus, self.name(), run -> known(run).ifPresent(lane -> lane.remove(run.id())));
    return bus.ask(Addresses.RELEASE_RUNS, new Storage.ReleaseRuns(self.name(), true))
        .compose(released -> self.alone() ? lineUpAll() : Future.succeededFuture())
        .compose(
            done ->
                Future.all(
                    List.of(
                        bus.answerLater(Addresses.SUBMIT, this::submit),
                        bus.answerLater(Addresses.LINE_UP, this::lineUp),
                        bus.answerLater(Addresses.CANCEL, cancellation::cancel),
                        bus.answerLater(Addresses.HALT.at(self.name()), cancellation::halt),
                        bus.answerLater(Addresses.RETRY, this::retry),
                        bus.answerLater(Addresses.DRAIN, this::drain),
                        bus.listen(Addresses.RENEWED, this::renewed),
                        bus.listen(Addresses.LEASES_LOST, this::lost))))
        .compose(done -> Future.all(lanes.values().stream().map(Lane::learn).toList()))
        .onSuccess(done -> lanes.values().forEach(Lane::startNext))
        .compose(done -> new Lookout(vertx, bus, self, this::found).begin());
  }

  /** Gives back what runs here, so that the next start, or another node, goes on with it. */
  @Override
  public Future<?> stop() {
    lanes.values().forEach(Lane::close);
    return bus.ask(Addresses.RELEASE_RUNS, new Storage.ReleaseRuns(self.name(), false))
        .onSuccess(released -> tellOthers());
  }

  private Lane lane(RunKind kind, Slots some) {
    var outlook = new Outlook(bus, kind, some.all());
    return new Lane(
        vertx,
        bus,
        self.name(),
        kind,
        some,
        lease,
        outlook,
        line(kind, outlook),
        metrics,
        this::count);
  }

  private Line line(RunKind kind, Outlook outlook) {
    if (self.alone()) {
      return new OwnLine(bus, outlook);
    }
    var shared = new SharedLine(bus, kind, outlook);
    lines.add(shared);
    return shared;
  }

  private void count() {
    var load =
        new Leasing.Load(
            lanes.values().stream().mapToInt(Lane::slots).sum(),
            lanes.values().stream().mapToInt(Lane::working).sum(),
            lanes.values().stream().mapToInt(Lane::waiting).sum());
    metrics.queue(load.working(), load.waiting());
    bus.announce(Addresses.LOADED, load);
  }

  /** Takes what it has room for, and tells those who wait where it is on this node to do so. */
  private void found(Leasing.Prospect prospect) {
    prospect
        .waiting()
        .forEach(kind -> Optional.ofNullable(lanes.get(kind)).ifPresent(Lane::startNext));
    lines.forEach(
        line -> {
          if (prospect.speaks()) {
            line.tell(prospect.living());
          } else {
            line.fallSilent();
          }
        });
  }

  private void lost(Leasing.Lost lost) {
    lanes.values().forEach(lane -> lane.lose(lost));
  }

  /**
   * Compares what is worked on here with what this node holds. What is held and not worked on, as
   * after a claim whose answer got lost, is let go of.
   */
  private void renewed(Leasing.Renewed renewed) {
    lanes.values().forEach(lane -> lane.compare(renewed.held()));
    if (lanes.values().stream().noneMatch(Lane::claiming)) {
      var working = lanes.values().stream().flatMap(lane -> lane.atWork().stream()).toList();
      renewed.held().stream()
          .filter(held -> !working.contains(held))
          .forEach(held -> bus.ask(Addresses.RELEASE_RUN, new Leasing.Release(self.name(), held)));
    }
  }

  /** Takes nothing more, and hands over what cannot be finished within the grace. */
  private Future<Running.Done> drain(Leasing.Drain drain) {
    bus.announce(Addresses.LEAVING, new Leasing.Leaving());
    var finished = Future.all(lanes.values().stream().map(Lane::close).toList());
    var late = vertx.setTimer(Math.max(1, drain.grace().toMillis()), over -> handOver());
    return finished
        .onComplete(over -> vertx.cancelTimer(late))
        .compose(
            over -> bus.ask(Addresses.RELEASE_RUNS, new Storage.ReleaseRuns(self.name(), false)))
        .onSuccess(released -> tellOthers())
        .map(new Running.Done());
  }

  /** From now on nothing that costs is begun, and what is at work stops without an ending. */
  private void handOver() {
    lease.lose();
    bus.announce(Addresses.LEASES_LOST, Leasing.Lost.everything());
  }

  private void tellOthers() {
    if (!self.alone()) {
      bus.announce(Addresses.RUNS_WAIT, new Leasing.Waiting());
    }
  }

  private Future<Void> lineUpAll() {
    return bus.ask(
            Addresses.LIST_RUNS,
            new Storage.ListRuns(null, RunStatus.QUEUED, null, 0, WAITING_MOST))
        .compose(this::lineUp);
  }

  private Future<Void> lineUp(Storage.Runs waiting) {
    var opened = Future.<Void>succeededFuture();
    for (var run : waiting.runs()) {
      opened = opened.compose(before -> open(run)).onSuccess(done -> lane(run).add(run)).mapEmpty();
    }
    return opened;
  }

  private Lane lane(Run run) {
    return known(run).orElseThrow(() -> new IllegalStateException("nobody here does such work"));
  }

  private Optional<Lane> known(Run run) {
    return Optional.ofNullable(lanes.get(run.order().kind()));
  }

  private Future<Running.Submitted> submit(Running.Submit submit) {
    return create(plans.first(submit), submit.idempotencyKey(), submit.joinWithin());
  }

  private Future<Running.Submitted> retry(Running.Retry retry) {
    return bus.ask(Addresses.FIND_RUN, new Storage.FindRun(retry.owner(), retry.run()))
        .compose(found -> create(plans.again(found.run()), null, Duration.ZERO))
        .compose(again -> resume(again.run()));
  }

  /** What waits for a word of its owner goes by the words that were said before. */
  private Future<Running.Submitted> resume(Run again) {
    return again.order() instanceof Order.Pursue
        ? bus.ask(Addresses.TRY_AGAIN, new Missions.TryAgain(again.owner(), RunRef.of(again.id())))
            .map(told -> new Running.Submitted(told.run(), true))
        : Future.succeededFuture(new Running.Submitted(again, true));
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

  /** Whoever has room takes it: this node at once, or another that hears of it. */
  private Future<Running.Done> queue(Run run) {
    var lane = lane(run);
    if (self.alone()) {
      return open(run)
          .onSuccess(
              opened -> {
                lane.add(run);
                lane.startNext();
              });
    }
    if (lane.hasRoom()) {
      lane.startNext();
    } else {
      tellOthers();
    }
    return Future.succeededFuture(new Running.Done());
  }

  private Future<Running.Done> open(Run run) {
    return bus.ask(Addresses.OPEN_PROGRESS, new Progress.Open(run));
  }
}
