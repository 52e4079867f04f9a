package dev.hatchery.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Closes connections that ask nothing: those that open and never finish the headers of a request,
 * and those that stay open long after one. Cuts those that take nothing of what they asked for. The
 * server's own idle time-out would also cut requests that rightly wait.
 */
final class Idleness {
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Limits limits;
  private final Map<HttpConnection, Visit> visits = new HashMap<>();

  Idleness(Limits limits) {
    this.limits = limits;
  }

  /** Looks for idle connections from now on. */
  void start(Vertx vertx) {
    vertx.setPeriodic(LOOK.toMillis(), tick -> look(System.nanoTime()));
  }

  /** A connection was opened. */
  void opened(HttpConnection connection) {
    if (connection instanceof ConnectionBase base) {
      visits.put(connection, new Visit(base.channel(), limits.headers()));
    }
  }

  /** A request's headers are here; once all are answered the connection counts as idle again. */
  void asked(RoutingContext ctx) {
    var visit = visits.get(ctx.request().connection());
    if (visit != null) {
      visit.asked();
      if (ctx.request().version() == HttpVersion.HTTP_2) {
        // There a request may also be given up while its connection stays.
        ctx.addEndHandler(over -> visit.answered(limits.idle()));
      } else {
        // Not the context's own way of telling it: a stream would keep the whole context for that.
        ctx.response().bodyEndHandler(answered -> visit.answered(limits.idle()));
      }
    }
    ctx.next();
  }

  private void look(long now) {
    // Nobody tells of those that became WebSockets, so none is asked to tell.
    visits.values().removeIf(Visit::over);
    visits.values().forEach(visit -> visit.look(now, limits));
  }
}
