package dev.hatchery.run;

import dev.hatchery.bus.Bus;
import dev.hatchery.lease.Lease;
import dev.hatchery.metrics.Metrics;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Leasing;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.Running;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.List;
import java.util.Map;

/**
 * Takes orders for runs, lets them wait in order, and works on those that nobody else does, until
 * the node leaves; event loop, one per node.
 */
public final class QueueVerticle extends VerticleBase {
  private final Bus bus;
  private final RunPlans plans;
  private final Identity self;
  private final Map<RunKind, Slots> slots;
  private final Lease lease;
  private final Metrics metrics;
  private Lanes lanes;

  /**
   * A queue of this node.
   *
   * @param slots of each kind that is worked on here
   * @param lease under which they are
   */
  @SuppressWarnings("NullAway.Init")
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
    lanes = new Lanes(vertx, bus, self, slots, lease, metrics);
    var orders = new Orders(bus, plans, lanes::queue);
    var cancellation = new Cancellation(vertx, bus, self.name(), lanes);
    return bus.ask(Addresses.RELEASE_RUNS, new Storage.ReleaseRuns(self.name(), true))
        .compose(released -> lanes.recall())
        .compose(
            done ->
                Future.all(
                    List.of(
                        bus.answerLater(Addresses.SUBMIT, orders::submit),
                        bus.answerLater(Addresses.LINE_UP, asked -> lanes.queue(asked.run())),
                        bus.answerLater(Addresses.CANCEL, cancellation::cancel),
                        bus.answerLater(Addresses.HALT.at(self.name()), cancellation::halt),
                        bus.answerLater(Addresses.RETRY, orders::retry),
                        bus.answerLater(Addresses.DRAIN, this::drain),
                        bus.listen(Addresses.RENEWED, lanes::compare),
                        bus.listen(Addresses.LEASES_LOST, lanes::lose))))
        .compose(done -> lanes.learn())
        .onSuccess(done -> lanes.startNext())
        .compose(done -> new Lookout(vertx, bus, self, lanes::found).begin());
  }

  /** Gives back what runs here, so that the next start, or another node, goes on with it. */
  @Override
  public Future<?> stop() {
    var unused = lanes.close();
    return release();
  }

  /**
   * Takes nothing more, and hands over what cannot be finished within the grace. Whoever cannot
   * wait so long asks again with a shorter one.
   */
  private Future<Running.Done> drain(Leasing.Drain drain) {
    bus.announce(Addresses.LEAVING, new Leasing.Leaving());
    var finished = lanes.close();
    var late = vertx.setTimer(Math.max(1, drain.grace().toMillis()), over -> handOver());
    return finished
        .onComplete(over -> vertx.cancelTimer(late))
        .compose(over -> release())
        .map(new Running.Done());
  }

  /** From now on nothing that costs is begun, and what is at work stops without an ending. */
  private void handOver() {
    lease.lose();
    bus.announce(Addresses.LEASES_LOST, Leasing.Lost.everything());
  }

  private Future<?> release() {
    return bus.ask(Addresses.RELEASE_RUNS, new Storage.ReleaseRuns(self.name(), false))
        .onSuccess(released -> lanes.tellOthers());
  }
}
