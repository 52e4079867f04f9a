package dev.hatchery.web;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Learning;
import dev.hatchery.protocol.Missions;
import dev.hatchery.protocol.Owner;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** What past runs of the asker took, and how right we were about them. */
final class NumbersRoutes implements Routes {
  private static final int DAYS_USUAL = 30;
  private static final int DAYS_MOST = 365;

  /** Every page with numbers counts anew when a run ends, and all of one owner do so together. */
  private static final Duration APART = Duration.ofMillis(250);

  private final Bus bus;
  private final Coalescing<Counting, NumbersJson> counts;

  NumbersRoutes(Vertx vertx, Bus bus) {
    this.bus = bus;
    this.counts = new Coalescing<>(vertx, APART);
  }

  private record Counting(Owner owner, int days) {}

  @Override
  public void addTo(Router router) {
    Routes.json(Routes.get(router, "/api/analytics/all"), this::all);
  }

  private Future<?> all(RoutingContext ctx) {
    var days = Query.number(ctx, "days", DAYS_USUAL);
    if (days < 1 || days > DAYS_MOST) {
      throw Refusal.malformed("invalid_days", "days", "days must be 1 to 365.");
    }
    var counting = new Counting(Caller.of(ctx), (int) days);
    return counts.ask(counting, () -> count(counting));
  }

  private Future<NumbersJson> count(Counting of) {
    var runs = bus.ask(Addresses.COUNT, new Learning.Count(of.owner(), of.days()));
    var missions = bus.ask(Addresses.COUNT_MISSIONS, new Missions.Count(of.owner(), of.days()));
    return Future.all(runs, missions)
        .map(all -> NumbersJson.of(runs.result().numbers(), missions.result().numbers()));
  }
}
