package dev.hatchery;

import dev.hatchery.bus.Bus;
import dev.hatchery.cluster.Membership;
import dev.hatchery.config.Config;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/**
 * What everything else runs on.
 *
 * @param end of all of it
 */
record Engine(Vertx vertx, Bus bus, Supplier<Future<Void>> end) {
  /** Starts one for this process alone. */
  static Engine start() {
    namesAreResolvedByTheJdk();
    var vertx = Vertx.vertx();
    return new Engine(vertx, Bus.open(vertx), vertx::close);
  }

  /** Starts one that reaches other nodes. */
  static Engine join(Config config) {
    namesAreResolvedByTheJdk();
    var membership = Membership.join(config.cluster(), config.database());
    var bus = Bus.open(membership.vertx());
    membership.tell(bus);
    return new Engine(membership.vertx(), bus, membership::leave);
  }

  /** The JDK does it as well; Vert.x's own resolver costs a tenth of the start. */
  private static void namesAreResolvedByTheJdk() {
    System.setProperty("vertx.disableDnsResolver", "true");
  }
}
