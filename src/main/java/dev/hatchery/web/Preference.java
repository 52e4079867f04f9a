package dev.hatchery.web;

import io.vertx.ext.web.RoutingContext;

/** What a client prefers, by RFC 7240. */
final class Preference {
  private Preference() {}

  /** Whether it does not want to wait for what comes of its request; the answer says so. */
  static boolean respondAsync(RoutingContext ctx) {
    var asked =
        ctx.request().headers().getAll("Prefer").stream()
            .flatMap(header -> header.lines())
            .anyMatch(header -> header.matches("(.*[,\\s])?respond-async([,;\\s].*)?"));
    if (asked) {
      ctx.response().putHeader("Preference-Applied", "respond-async");
    }
    return asked;
  }
}
