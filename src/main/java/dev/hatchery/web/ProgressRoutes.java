package dev.hatchery.web;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;

/** The stream of all runs that somebody may see, or of those that they choose. */
final class ProgressRoutes implements Routes {
  private final Bus bus;
  private final Streams streams;
  private final Clock clock;

  ProgressRoutes(Bus bus, Streams streams, Clock clock) {
    this.bus = bus;
    this.streams = streams;
    this.clock = clock;
  }

  @Override
  public void addTo(Router router) {
    Routes.get(router, "/stream/progress").handler(this::progress);
  }

  private void progress(RoutingContext ctx) {
    var filter = FilterQuery.of(ctx);
    var start = Start.of(Cursor.of(ctx), new Start.Newest(FilterQuery.replay(ctx)));
    if (ctx.request().method().equals(HttpMethod.HEAD)) {
      SseConnection.headers(ctx.response()).end();
      return;
    }
    Sights.of(bus, clock, filter)
        .onSuccess(
            sight -> {
              try {
                streams.send(ctx, sight, start);
              } catch (ProblemException full) {
                ctx.fail(full);
              }
            })
        .onFailure(ctx::fail);
  }
}
