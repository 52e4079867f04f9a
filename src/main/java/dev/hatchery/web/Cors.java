package dev.hatchery.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/** What pages of a configured origin are told. */
final class Cors {
  private static final String ALLOW = "Access-Control-Allow-";

  private Cors() {}

  /** Lets a page of this origin read the answer, or answers what it may ask at all. */
  static void invite(RoutingContext ctx, String origin) {
    ctx.response()
        .putHeader(ALLOW + "Origin", origin)
        .putHeader("Access-Control-Expose-Headers", "Location, Retry-After");
    if (ctx.request().method().equals(HttpMethod.OPTIONS)) {
      ctx.response()
          .putHeader(ALLOW + "Methods", "GET, HEAD, POST, PUT, DELETE")
          .putHeader(
              ALLOW + "Headers",
              "Authorization, Content-Type, Idempotency-Key, Last-Event-ID, Prefer")
          .putHeader("Access-Control-Max-Age", "600")
          .setStatusCode(204)
          .end();
    } else {
      ctx.next();
    }
  }
}
