package dev.hatchery.web;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Journal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;

/** Events for whoever asks again and again, and would rather wait than ask too often. */
final class PollRoutes implements Routes {
  private static final long LIMIT_USUAL = 100;
  private static final long LIMIT_MOST = 1000;
  private static final long WAIT_MOST = 30;

  private final Vertx vertx;
  private final Bus bus;
  private final Feed feed;
  private final Attendance attendance;
  private final Clock clock;

  PollRoutes(Vertx vertx, Bus bus, Feed feed, Attendance attendance, Clock clock) {
    this.vertx = vertx;
    this.bus = bus;
    this.feed = feed;
    this.attendance = attendance;
    this.clock = clock;
  }

  @Override
  public void addTo(Router router) {
    Routes.get(router, "/api/events").handler(this::poll);
  }

  private void poll(RoutingContext ctx) {
    var filter = FilterQuery.of(ctx);
    var after = Cursor.of("after", Query.text(ctx, "after"));
    var limit = between(1, LIMIT_MOST, "limit", Query.number(ctx, "limit", LIMIT_USUAL));
    var wait = between(0, WAIT_MOST, "wait", Query.number(ctx, "wait", 0));
    Sights.of(bus, clock, filter)
        .compose(sight -> poll(ctx, sight, after, (int) limit, Duration.ofSeconds(wait)))
        .onSuccess(
            found -> {
              if (!ctx.response().closed()) {
                found.send(ctx);
              }
            })
        .onFailure(ctx::fail);
  }

  private Future<EventPage> poll(
      RoutingContext ctx, Sight sight, OptionalLong after, int limit, Duration wait) {
    if (after.isEmpty()) {
      return feed.newest(sight.filter(), 0).map(found -> EventPage.nothing(found.head()));
    }
    var place = after.getAsLong();
    return feed.follow(new Journal.Read(place, sight.filter(), limit))
        .compose(
            found -> {
              if (place > found.head() || place < found.tail()) {
                return EventPage.withGap(place, found, limit, sight);
              }
              var page = EventPage.of(found, limit);
              if (!page.isEmpty() || wait.isZero() || sight.over() || ctx.response().closed()) {
                return Future.succeededFuture(page);
              }
              var seat = attendance.enter(Caller.principal(ctx));
              var poll = new Poll(vertx, feed, sight.filter(), page.last(), limit);
              seat.whenOver(poll::end);
              return poll.wait(ctx, wait).onComplete(answered -> seat.leave());
            });
  }

  private static long between(long least, long most, String field, long given) {
    if (given < least || given > most) {
      throw Refusal.malformed(
          "invalid_" + field, field, "%s must be %,d to %,d.".formatted(field, least, most));
    }
    return given;
  }
}
