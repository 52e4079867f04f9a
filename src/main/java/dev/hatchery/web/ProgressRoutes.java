package dev.hatchery.web;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;

/** The stream of all runs that somebody may see, or of those that they choose. */
final class ProgressRoutes implements Routes {
  private static final int REPLAY_USUAL = 100;
  private static final int REPLAY_MOST = 1000;

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
    var start = Start.of(Cursor.of(ctx), new Start.Newest(replay(ctx)));
    if (ctx.request().method().equals(HttpMethod.HEAD)) {
      SseConnection.headers(ctx.response()).end();
      return;
    }
    sight(filter)
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

  /** Only an id names one run for good; a name may be given again, and a number is a name, too. */
  private Future<Sight> sight(Filter filter) {
    var many = new ManyRuns(bus, filter, clock.instant());
    var run = filter.run();
    if (run == null || !isId(run.text())) {
      return Future.succeededFuture(many);
    }
    return bus.ask(Addresses.FIND_RUN, new Storage.FindRun(filter.owner(), run))
        .<Sight>map(found -> new OneRun(bus, found.run(), filter))
        .recover(
            failure ->
                ProblemException.in(failure) instanceof Problem.NotFound
                    ? Future.succeededFuture(many)
                    : Future.failedFuture(failure));
  }

  private static boolean isId(String text) {
    try {
      return !new RunId(text).value().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static int replay(RoutingContext ctx) {
    var replay = Query.number(ctx, "replay", REPLAY_USUAL);
    if (replay > REPLAY_MOST) {
      throw Refusal.malformed("invalid_replay", "replay", "replay must be 0 to 1,000.");
    }
    return (int) replay;
  }
}
