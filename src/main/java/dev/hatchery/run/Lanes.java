package dev.hatchery.run;

import dev.hatchery.bus.Bus;
import dev.hatchery.lease.Lease;
import dev.hatchery.metrics.Metrics;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Leasing;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Running;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lanes of this node, one for each kind of run that is worked on here. Where there are other
 * nodes, a run that finds no room in its lane is left to them.
 */
final class Lanes {
  private static final int WAITING_MOST = 1000;

  private final Bus bus;
  private final Identity self;
  private final Metrics metrics;
  private final Map<RunKind, Lane> lanes = new EnumMap<>(RunKind.class);
  private final List<SharedLine> lines = new ArrayList<>();

  /**
   * Lanes where nobody works yet.
   *
   * @param slots of each kind
   */
  Lanes(
      Vertx vertx,
      Bus bus,
      Identity self,
      Map<RunKind, Slots> slots,
      Lease lease,
      Metrics metrics) {
    this.bus = bus;
    this.self = self;
    this.metrics = metrics;
    slots.forEach(
        (kind, some) -> {
          var outlook = new Outlook(bus, kind, some.all());
          var line = line(kind, outlook);
          lanes.put(
              kind,
              new Lane(
                  vertx, bus, self.name(), kind, some, lease, outlook, line, metrics, this::count));
        });
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

  /** Lets those wait again that did before a stop; of several nodes nobody keeps a line itself. */
  Future<Void> recall() {
    return self.alone()
        ? bus.ask(
                Addresses.LIST_RUNS,
                new Storage.ListRuns(null, RunStatus.QUEUED, null, 0, WAITING_MOST))
            .compose(this::recall)
        : Future.succeededFuture();
  }

  private Future<Void> recall(Storage.Runs waiting) {
    var opened = Future.<Void>succeededFuture();
    for (var run : waiting.runs()) {
      opened = opened.compose(before -> open(run)).onSuccess(done -> lane(run).add(run)).mapEmpty();
    }
    return opened;
  }

  /** See {@link Lane#learn}. */
  Future<?> learn() {
    return Future.all(lanes.values().stream().map(Lane::learn).toList());
  }

  /** Starts as many as there are slots. */
  void startNext() {
    lanes.values().forEach(Lane::startNext);
  }

  /** Nothing is started from now on; completes when nothing is at work any more. */
  Future<?> close() {
    return Future.all(lanes.values().stream().map(Lane::close).toList());
  }

  /** Whoever has room takes it: this node at once, or another that hears of it. */
  Future<Running.Done> queue(Run run) {
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

  /** The run waits no more. */
  void remove(Run run) {
    known(run).ifPresent(lane -> lane.remove(run.id()));
  }

  /** Whether somebody here works on it, whom a word on it reaches; always so of reported ones. */
  boolean workOn(Run run) {
    return known(run).map(lane -> lane.worksOn(run.id())).orElse(true);
  }

  /** Some run waits that another node may take. */
  void tellOthers() {
    if (!self.alone()) {
      bus.announce(Addresses.RUNS_WAIT, new Leasing.Waiting());
    }
  }

  /** Takes what it has room for, and tells those who wait where it is on this node to do so. */
  void found(Leasing.Prospect prospect) {
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

  /** See {@link Lane#lose}. */
  void lose(Leasing.Lost lost) {
    lanes.values().forEach(lane -> lane.lose(lost));
  }

  /**
   * Compares what is worked on here with what this node holds. What is held and not worked on, as
   * after a claim whose answer got lost, is let go of.
   */
  void compare(Leasing.Renewed renewed) {
    lanes.values().forEach(lane -> lane.compare(renewed.held()));
    if (lanes.values().stream().noneMatch(Lane::claiming)) {
      var working = lanes.values().stream().flatMap(lane -> lane.atWork().stream()).toList();
      renewed.held().stream()
          .filter(held -> !working.contains(held))
          .forEach(held -> bus.ask(Addresses.RELEASE_RUN, new Leasing.Release(self.name(), held)));
    }
  }

  private Lane lane(Run run) {
    return known(run).orElseThrow(() -> new IllegalStateException("nobody here does such work"));
  }

  private Optional<Lane> known(Run run) {
    return Optional.ofNullable(lanes.get(run.order().kind()));
  }

  private Future<Running.Done> open(Run run) {
    return bus.ask(Addresses.OPEN_PROGRESS, new Progress.Open(run));
  }
}
