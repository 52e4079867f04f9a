package dev.hatchery.web;

import static dev.hatchery.protocol.Addresses.DROP_SCHEDULE;
import static dev.hatchery.protocol.Addresses.FIND_RUN;
import static dev.hatchery.protocol.Addresses.LIST_SCHEDULES;
import static dev.hatchery.protocol.Addresses.PLAN_SCHEDULE;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Scheduling;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Map;

/** When missions are carried out by themselves. */
final class ScheduleRoutes implements Routes {
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;

  private final Bus bus;
  private final Clock clock;

  ScheduleRoutes(Bus bus, Clock clock) {
    this.bus = bus;
    this.clock = clock;
  }

  @Override
  public void addTo(Router router) {
    Routes.json(router.post("/missions/:id/schedule"), this::plan);
    router.delete("/missions/:id/schedule").handler(this::drop);
    Routes.json(Routes.get(router, "/schedules"), this::list);
  }

  private Future<?> plan(RoutingContext ctx) {
    var timing = new TimingBody(Body.of(ctx, TimingBody.KEYS), clock).timing();
    return bus.ask(PLAN_SCHEDULE, new Scheduling.Plan(Caller.of(ctx), Ids.mission(ctx), timing))
        .map(
            planned -> {
              ctx.response().setStatusCode(CREATED);
              return ScheduleJson.of(planned.schedule());
            });
  }

  private void drop(RoutingContext ctx) {
    bus.ask(FIND_RUN, new Storage.FindRun(Caller.of(ctx), Ids.mission(ctx)))
        .map(found -> new Scheduling.Drop(found.run().owner(), found.run().id()))
        .compose(dropped -> bus.ask(DROP_SCHEDULE, dropped))
        .onSuccess(dropped -> ctx.response().setStatusCode(NO_CONTENT).end())
        .onFailure(ctx::fail);
  }

  private Future<?> list(RoutingContext ctx) {
    return bus.ask(LIST_SCHEDULES, new Scheduling.ListAll(Caller.of(ctx)))
        .map(all -> Map.of("schedules", all.schedules().stream().map(ScheduleJson::of).toList()));
  }
}
