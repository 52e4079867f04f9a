package dev.hatchery;

import dev.hatchery.bus.Bus;
import io.vertx.core.Vertx;

/** What everything else runs on. */
record Engine(Vertx vertx, Bus bus) {
  /** Starts one. */
  static Engine start() {
    // The JDK resolves names as well; Vert.x's own resolver costs a tenth of the start.
    System.setProperty("vertx.disableDnsResolver", "true");
    var vertx = Vertx.vertx();
    return new Engine(vertx, Bus.open(vertx));
  }
}
