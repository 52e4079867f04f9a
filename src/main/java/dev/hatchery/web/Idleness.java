package dev.hatchery.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Closes connections that ask nothing: those that open and never finish the headers of a request,
 * and those that stay open long after one. The server's own idle time-out would also cut requests
 * that rightly wait.
 */
final class Idleness {
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Limits limits;

  /** Until when each connection without a request may stay. */
  private final Map<HttpConnection, Deadline> idle = new HashMap<>();

  private record Deadline(long nanos) {
    static Deadline in(Duration duration) {
      return new Deadline(System.nanoTime() + duration.toNanos());
    }

    boolean over(long now) {
      return now - nanos > 0;
    }
  }

  Idleness(Limits limits) {
    this.limits = limits;
  }

  /** Looks for idle connections from now on. */
  void start(Vertx vertx) {
    vertx.setPeriodic(LOOK.toMillis(), tick -> closeIdle());
  }

  /** A connection was opened. */
  void opened(HttpConnection connection) {
    idle.put(connection, Deadline.in(limits.headers()));
    connection.closeHandler(closed -> idle.remove(connection));
  }

  /** A request's headers are here; the connection counts as idle again once it is answered. */
  void asked(RoutingContext ctx) {
    var connection = ctx.request().connection();
    idle.remove(connection);
    // Not the context's own way of telling it: a stream would keep the whole context for that.
    ctx.response().bodyEndHandler(answered -> idle.put(connection, Deadline.in(limits.idle())));
    ctx.next();
  }

  private void closeIdle() {
    var now = System.nanoTime();
    idle.entrySet().stream()
        .filter(entry -> entry.getValue().over(now))
        .map(Map.Entry::getKey)
        .toList()
        .forEach(HttpConnection::close);
  }
}
