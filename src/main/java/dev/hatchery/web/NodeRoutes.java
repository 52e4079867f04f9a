package dev.hatchery.web;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Leasing;
import io.vertx.ext.web.Router;
import java.util.Map;

/** The nodes of this installation, for operators; a server without others is one. */
final class NodeRoutes implements Routes {
  private final Bus bus;

  NodeRoutes(Bus bus) {
    this.bus = bus;
  }

  @Override
  public void addTo(Router router) {
    Routes.json(
        Routes.get(router, "/api/nodes"),
        ctx ->
            bus.ask(Addresses.LIST_NODES, new Leasing.ListNodes())
                .map(all -> Map.of("nodes", NodeJson.of(all.nodes()))));
  }
}
