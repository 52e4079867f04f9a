package dev.hatchery.web;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Problem;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Whether it lives, and whether it can work. Strangers learn no more than that. */
final class HealthRoutes implements Routes {
  private static final long READY_MILLIS = 800;

  private final Bus bus;
  private boolean leaving;

  HealthRoutes(Bus bus) {
    this.bus = bus;
  }

  @Override
  public void addTo(Router router) {
    var unused = bus.listen(Addresses.LEAVING, told -> leaving = true);
    Routes.json(Routes.get(router, "/health"), ctx -> status("healthy"));
    Routes.json(Routes.get(router, "/health/live"), ctx -> status("live"));
    Routes.json(Routes.get(router, "/health/ready"), ctx -> ready());
  }

  /** A node that leaves still answers, but whoever has a choice goes to another. */
  private Future<?> ready() {
    if (leaving) {
      return Future.failedFuture(
          new ProblemException(
              new Problem.Unavailable("leaving", "This node leaves; ask another one.")));
    }
    return bus.ask(Addresses.READ, new Journal.Read(Long.MAX_VALUE, Filter.EVERYTHING, 1))
        .timeout(READY_MILLIS, TimeUnit.MILLISECONDS)
        .compose(journal -> status("ready"))
        .recover(
            failure ->
                Future.failedFuture(
                    new ProblemException(
                        new Problem.Unavailable("not_ready", "Hatchery is not ready yet."))));
  }

  private static Future<?> status(String status) {
    return Future.succeededFuture(Map.of("status", status));
  }
}
