package dev.hatchery.progress;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.metrics.Metrics;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.Running;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the reports about this node's runs into their journal; event loop, one per node. */
public final class ProgressAggregatorVerticle extends VerticleBase {
  private final Bus bus;
  private final int maxEventsPerSecond;
  private final Metrics metrics;
  private final Map<RunId, Keeping> runs = new HashMap<>();

  /**
   * An aggregator of this node.
   *
   * @param maxEventsPerSecond of one run; 0 for no limit
   */
  public ProgressAggregatorVerticle(Bus bus, int maxEventsPerSecond, Metrics metrics) {
    this.bus = bus;
    this.maxEventsPerSecond = maxEventsPerSecond;
    this.metrics = metrics;
  }

  @Override
  public Future<?> start() {
    return Future.all(
        List.of(
            bus.answer(Addresses.OPEN_PROGRESS, this::open),
            bus.listen(Addresses.COMMITTED, this::committed),
            bus.listen(Addresses.WAITED, this::waiting),
            bus.listen(Addresses.ENTERED, this::enter),
            bus.listen(Addresses.MEASURED, this::measure),
            bus.answerLater(Addresses.REACH, this::reach),
            bus.answerLater(Addresses.TELL, this::tell)));
  }

  private Running.Done open(Progress.Open open) {
    var run = open.run();
    var before = runs.get(run.id());
    if (run.status().ended()) {
      throw new ProblemException(new Problem.Conflict("ended", "The run has ended already."));
    }
    if (before != null && before.epoch() > run.epoch()) {
      throw new ProblemException(new Problem.Stale("The run was claimed anew."));
    }
    if (before == null || before.epoch() < run.epoch() || before.progress().behind(run)) {
      runs.put(run.id(), keeping(run, before));
    }
    return new Running.Done();
  }

  /** On what nobody works any node may say something, and so end it. */
  private void committed(Journal.Committed committed) {
    for (var event : committed.events()) {
      if (event.ending()) {
        Optional.ofNullable(runs.get(event.runId())).ifPresent(Keeping::ended);
      }
    }
  }

  /**
   * The claim before, or what was said here before another node said more, hands its clock and its
   * share of the second over.
   */
  private Keeping keeping(Run run, @Nullable Keeping before) {
    if (before == null) {
      var clock = new SteadyClock();
      var progress = RunProgress.open(run, maxEventsPerSecond, clock.instant());
      return new Keeping(vertx, bus, metrics, run.id(), run.epoch(), clock, progress, this::forget);
    }
    before.handOver();
    var clock = before.clock();
    var progress = before.progress().reopen(run, clock.instant());
    return new Keeping(vertx, bus, metrics, run.id(), run.epoch(), clock, progress, this::forget);
  }

  private void forget(Keeping keeping) {
    runs.remove(keeping.runId(), keeping);
  }

  private void waiting(Progress.Wait wait) {
    Optional.ofNullable(runs.get(wait.runId())).ifPresent(keeping -> keeping.waiting(wait));
  }

  private void enter(Progress.Enter entered) {
    open(entered.runId(), entered.epoch()).ifPresent(keeping -> keeping.enter(entered));
  }

  private void measure(Progress.Measure report) {
    open(report.runId(), report.epoch()).ifPresent(keeping -> keeping.measure(report));
  }

  private Future<Progress.Reached> reach(Progress.Reach reach) {
    return open(reach.runId(), reach.epoch())
        .map(keeping -> keeping.reach(reach))
        .orElseGet(ProgressAggregatorVerticle::stale);
  }

  private Future<Progress.Told> tell(Progress.Tell tell) {
    return open(tell.runId(), tell.epoch())
        .map(keeping -> keeping.tell(tell))
        .orElseGet(ProgressAggregatorVerticle::stale);
  }

  private static <T> Future<T> stale() {
    return Future.failedFuture(
        new ProblemException(new Problem.Stale("The run has ended or was claimed anew.")));
  }

  /** Only the claim that is open counts; what an older one still says is ignored. */
  private Optional<Keeping> open(RunId runId, long epoch) {
    return Optional.ofNullable(runs.get(runId)).filter(keeping -> keeping.epoch() == epoch);
  }
}
