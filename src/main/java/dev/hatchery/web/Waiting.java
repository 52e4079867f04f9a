package dev.hatchery.web;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;
import java.util.function.Supplier;

/** Requests that are answered when a run comes to a stop; each takes a seat, as a stream does. */
final class Waiting {
  private final Bus bus;
  private final Feed feed;
  private final Attendance attendance;

  Waiting(Bus bus, Feed feed, Attendance attendance) {
    this.bus = bus;
    this.feed = feed;
    this.attendance = attendance;
  }

  /**
   * What a run is in the end.
   *
   * @param begun begins it, once there is a seat to wait for it
   */
  Future<Run> ended(RoutingContext ctx, Supplier<Future<Run>> begun) {
    return until(ctx, begun, run -> Ending.of(feed, run));
  }

  /** The same, or what it is when it asks its owner something. */
  Future<Run> endedOrAsking(RoutingContext ctx, Supplier<Future<Run>> begun) {
    return until(ctx, begun, run -> Ending.orQuestion(feed, run));
  }

  private Future<Run> until(
      RoutingContext ctx, Supplier<Future<Run>> begun, Function<Run, Ending> ending) {
    var seat = attendance.enter(Caller.principal(ctx));
    return Future.<Run>future(found -> begun.get().onComplete(found))
        .compose(
            run ->
                run.status().ended()
                    ? Future.succeededFuture(run)
                    : wait(ctx, seat, run, ending.apply(run)))
        .onComplete(over -> seat.leave());
  }

  private Future<Run> wait(RoutingContext ctx, Attendance.Seat seat, Run run, Ending ending) {
    seat.whenOver(ending::leave);
    if (ctx.response().closed()) {
      ending.leave();
    } else {
      // Whoever goes away frees what waits for them.
      ctx.addEndHandler(gone -> ending.leave());
    }
    return ending
        .reached()
        .compose(
            reached ->
                bus.ask(Addresses.FIND_RUN, new Storage.FindRun(run.owner(), RunRef.of(run.id()))))
        .map(Storage.FoundRun::run);
  }
}
