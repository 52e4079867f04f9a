package dev.hatchery.web;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Learning;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** What past runs of the asker took, and how right we were about them. */
final class NumbersRoutes implements Routes {
  private static final int DAYS_USUAL = 30;
  private static final int DAYS_MOST = 365;

  private final Bus bus;

  NumbersRoutes(Bus bus) {
    this.bus = bus;
  }

  @Override
  public void addTo(Router router) {
    Routes.json(Routes.get(router, "/api/analytics/all"), this::all);
  }

  private Future<?> all(RoutingContext ctx) {
    var days = Query.number(ctx, "days", DAYS_USUAL);
    if (days < 1 || days > DAYS_MOST) {
      throw Refusal.malformed("invalid_days", "days", "days must be 1 to 365.");
    }
    return bus.ask(Addresses.COUNT, new Learning.Count(Caller.of(ctx), (int) days))
        .map(Learning.Counted::numbers);
  }
}
