package dev.hatchery.run;

import dev.hatchery.bus.Bus;
import dev.hatchery.lease.Lease;
import dev.hatchery.metrics.Metrics;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Leasing;
import dev.hatchery.protocol.Node;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * This process as a node: it enters under its name, keeps its lease, and leaves in order. Event
 * loop, one per node, started after storage and before whatever holds runs.
 */
public final class NodeVerticle extends VerticleBase {
  private static final Journal.Read HEAD = new Journal.Read(Long.MAX_VALUE, Filter.EVERYTHING, 1);

  private final Bus bus;
  private final Identity self;
  private final Lease lease;
  private final Supplier<String> address;
  private final Metrics metrics;
  private final Instant startedAt;
  private final InstantSource clock;
  private Leasing.Load load = Leasing.Load.NONE;
  private boolean leaving;
  private long head;
  private @Nullable Tenure tenure;

  /**
   * A node that has not entered.
   *
   * @param address where it serves, as far as that is known
   */
  public NodeVerticle(
      Bus bus,
      Identity self,
      Lease lease,
      Supplier<String> address,
      InstantSource clock,
      Metrics metrics) {
    this.bus = bus;
    this.self = self;
    this.lease = lease;
    this.address = address;
    this.clock = clock;
    this.metrics = metrics;
    this.startedAt = clock.instant();
  }

  /** Fails as a conflict when another process lives under the name. */
  @Override
  public Future<?> start() {
    var entered = self.alone() ? Future.<Void>succeededFuture() : enter();
    return entered
        .compose(in -> bus.listen(Addresses.LOADED, told -> load = told))
        .compose(listening -> bus.listen(Addresses.LEAVING, told -> leave()))
        .compose(listening -> bus.listen(Addresses.SERVING, told -> tell()))
        .compose(listening -> bus.answerLater(Addresses.LIST_NODES, this::list));
  }

  private Future<Void> enter() {
    var begun = new Tenure(vertx, bus, self, lease, this::renewal, metrics);
    tenure = begun;
    return new Entrance(vertx, bus, self, lease, address)
        .enter()
        .compose(in -> bus.listen(Addresses.COMMITTED, this::heard))
        .onSuccess(listening -> begun.begin());
  }

  /** Forgets it, so that the name is free and nobody waits for its lease to run out. */
  @Override
  public Future<?> stop() {
    if (tenure == null) {
      return Future.succeededFuture();
    }
    tenure.end();
    return bus.ask(Addresses.LEAVE, new Leasing.Leave(self.name(), self.incarnation()));
  }

  private void leave() {
    leaving = true;
    if (tenure != null) {
      tenure.leave();
    }
  }

  private void tell() {
    if (tenure != null) {
      tenure.tell();
    }
  }

  private void heard(Journal.Committed committed) {
    head = Math.max(head, committed.events().getLast().id());
  }

  private Leasing.Renew renewal() {
    return new Leasing.Renew(self.name(), self.incarnation(), address.get(), leaving, load, head);
  }

  private Future<Leasing.Nodes> list(Leasing.ListNodes asked) {
    return self.alone()
        ? bus.ask(Addresses.READ, HEAD).map(stretch -> new Leasing.Nodes(List.of(me(stretch))))
        : bus.ask(Addresses.RECALL_NODES, asked);
  }

  private Node me(Journal.Stretch stretch) {
    return new Node(
        self.name(),
        self.incarnation(),
        address.get(),
        self.version(),
        startedAt,
        clock.instant(),
        Lease.TRUSTED,
        leaving,
        load,
        stretch.head());
  }
}
