package dev.hatchery.run;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.lease.Lease;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Leasing;
import dev.hatchery.protocol.Node;
import dev.hatchery.protocol.Problem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a process becomes the node of its name. One that was killed has a lease yet, which is waited
 * for; one that renews it lives, and the name is taken.
 */
final class Entrance {
  private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);
  private static final Duration LOOKS_APART = Duration.ofMillis(250);

  private final Vertx vertx;
  private final Bus bus;
  private final Identity self;
  private final Lease lease;
  private final Supplier<String> address;
  private @Nullable Node before;

  Entrance(Vertx vertx, Bus bus, Identity self, Lease lease, Supplier<String> address) {
    this.vertx = vertx;
    this.bus = bus;
    this.self = self;
    this.lease = lease;
    this.address = address;
  }

  /** Completes when it holds a lease; fails as a conflict when the name is taken. */
  Future<Void> enter() {
    var since = lease.now();
    return ask()
        .compose(
            entered -> {
              var other = entered.other();
              if (other == null) {
                lease.begin(since);
                return Future.succeededFuture();
              }
              return lives(other) ? Future.failedFuture(taken(other)) : later();
            });
  }

  private Future<Leasing.Entered> ask() {
    return bus.ask(
        Addresses.ENTER,
        new Leasing.Enter(self.name(), self.incarnation(), address.get(), self.version()));
  }

  /** Whether it has renewed since it was seen first, or another has come before us. */
  private boolean lives(Node other) {
    var first = before;
    if (first == null) {
      before = other;
      LOG.info("A former process of {} has its lease yet; waiting for it to run out", self.name());
      return false;
    }
    return !other.seenAt().equals(first.seenAt());
  }

  private Future<Void> later() {
    Promise<Void> waited = Promise.promise();
    vertx.setTimer(LOOKS_APART.toMillis(), over -> waited.complete());
    return waited.future().compose(over -> enter());
  }

  private ProblemException taken(Node other) {
    return new ProblemException(
        new Problem.Conflict(
            "node_name_taken",
            "a node named %s lives already, at %s; give this one another name with --node"
                .formatted(other.name(), other.address())));
  }
}
