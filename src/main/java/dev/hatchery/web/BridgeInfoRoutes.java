package dev.hatchery.web;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What SockJS clients ask before they connect. It is the same for everybody, so anybody may. */
final class BridgeInfoRoutes implements Routes {
  private final SecureRandom random = new SecureRandom();

  @Override
  public void addTo(Router router) {
    Routes.json(Routes.get(router, "/eventbus/info"), this::info);
  }

  private Future<?> info(@SuppressWarnings("unused") RoutingContext ctx) {
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("websocket", true);
    info.put("cookie_needed", false);
    info.put("origins", List.of());
    // Clients mix it into their random numbers; it is unsigned, 32 bits.
    info.put("entropy", Integer.toUnsignedLong(random.nextInt()));
    return Future.succeededFuture(info);
  }
}
