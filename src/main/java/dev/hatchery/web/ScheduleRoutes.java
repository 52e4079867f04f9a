package dev.hatchery.web;

import static dev.hatchery.protocol.Addresses.DROP_SCHEDULE;
import static dev.hatchery.protocol.Addresses.FIND_RUN;
import static dev.hatchery.protocol.Addresses.LIST_SCHEDULES;
import static dev.hatchery.protocol.Addresses.PLAN_SCHEDULE;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Scheduling;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** When missions are carried out by themselves. */
final class ScheduleRoutes implements Routes {
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;

  /** Every page with schedules reads them again when a mission ends, all of one owner together. */
  private static final Duration APART = Duration.ofMillis(250);

  private final Bus bus;
  private final Clock clock;
  private final Coalescing<Owner, Listed> lists;

  ScheduleRoutes(Vertx vertx, Bus bus, Clock clock) {
    this.bus = bus;
    this.clock = clock;
    this.lists = new Coalescing<>(vertx, APART);
  }

  /** All that the asker has. */
  record Listed(List<ScheduleJson> schedules) {
    Listed {
      schedules = List.copyOf(schedules);
    }
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

  private Future<Listed> list(RoutingContext ctx) {
    var owner = Caller.of(ctx);
    return lists.ask(owner, () -> list(owner));
  }

  private Future<Listed> list(Owner owner) {
    return bus.ask(LIST_SCHEDULES, new Scheduling.ListAll(owner))
        .map(all -> new Listed(all.schedules().stream().map(ScheduleJson::of).toList()));
  }
}
