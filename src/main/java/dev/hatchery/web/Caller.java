package dev.hatchery.web;

import dev.hatchery.protocol.Owner;
import io.vertx.ext.web.RoutingContext;

/** Who is asking; the one place that decides it. */
final class Caller {
  private Caller() {}

  /** Whose runs and companions this request may see. Without users there is only one. */
  static Owner of(@SuppressWarnings("unused") RoutingContext ctx) {
    return Owner.LOCAL;
  }
}
