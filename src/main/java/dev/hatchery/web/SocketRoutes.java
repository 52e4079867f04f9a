package dev.hatchery.web;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;

/** The streams over WebSockets: of one run, or of all that somebody may see. */
final class SocketRoutes implements Routes {
  private final Bus bus;
  private final Streams streams;
  private final Sockets sockets;
  private final Clock clock;

  SocketRoutes(Bus bus, Streams streams, Sockets sockets, Clock clock) {
    this.bus = bus;
    this.streams = streams;
    this.sockets = sockets;
    this.clock = clock;
  }

  @Override
  public void addTo(Router router) {
    router.get("/ws/:user").handler(this::all);
    router.get("/ws/runs/:id").handler(ctx -> one(ctx, find(ctx)));
    router.get("/ws/missions/:id").handler(ctx -> one(ctx, find(ctx).map(SocketRoutes::mission)));
  }

  private void all(RoutingContext ctx) {
    if (!Caller.of(ctx).name().equals(ctx.pathParam("user"))) {
      throw new ProblemException(new Problem.NotFound("There is no such user."));
    }
    var start = Start.of(Cursor.of(ctx), new Start.Newest(FilterQuery.replay(ctx)));
    var filter = FilterQuery.of(ctx);
    Sockets.hold(ctx);
    tell(ctx, Sights.of(bus, clock, filter), start);
  }

  private Future<Run> find(RoutingContext ctx) {
    return bus.ask(Addresses.FIND_RUN, new Storage.FindRun(Caller.of(ctx), Ids.run(ctx)))
        .map(Storage.FoundRun::run);
  }

  /** What is no mission is none, though it may be a run. */
  private static Run mission(Run run) {
    if (run.order().kind() != RunKind.MISSION) {
      throw new ProblemException(new Problem.NotFound("There is no such run."));
    }
    return run;
  }

  private void one(RoutingContext ctx, Future<Run> found) {
    var start = Start.of(Cursor.of(ctx), Start.beginning());
    Sockets.hold(ctx);
    tell(ctx, found.map(run -> OneRun.all(bus, run)), start);
  }

  private void tell(RoutingContext ctx, Future<? extends Sight> sight, Start start) {
    sight
        .compose(
            seen -> {
              streams.requireRoom();
              return sockets
                  .open(ctx)
                  .onSuccess(socket -> streams.tell(new SocketConnection(socket), seen, start));
            })
        .onFailure(ctx::fail);
  }
}
