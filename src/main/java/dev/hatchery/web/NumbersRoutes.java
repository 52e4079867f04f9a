package dev.hatchery.web;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Learning;
import dev.hatchery.protocol.Missions;
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
    var owner = Caller.of(ctx);
    var runs = bus.ask(Addresses.COUNT, new Learning.Count(owner, (int) days));
    var missions = bus.ask(Addresses.COUNT_MISSIONS, new Missions.Count(owner, (int) days));
    return Future.all(runs, missions)
        .map(all -> NumbersJson.of(runs.result().numbers(), missions.result().numbers()));
  }
}
