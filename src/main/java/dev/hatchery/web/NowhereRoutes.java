package dev.hatchery.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** What is under no address: people get a page that helps, programs get a problem. */
final class NowhereRoutes implements Routes {
  private static final int NOT_FOUND = 404;

  private final Vertx vertx;
  private final Pages pages;

  NowhereRoutes(Vertx vertx, Pages pages) {
    this.vertx = vertx;
    this.pages = pages;
  }

  /** Whether whoever asks would rather read a page than a problem. */
  static boolean forPeople(RoutingContext ctx) {
    var accept = Optional.ofNullable(ctx.request().getHeader(HttpHeaders.ACCEPT)).orElse("");
    return accept.contains("text/html") && !ctx.request().path().startsWith("/api/");
  }

  @Override
  public void addTo(Router router) {
    Routes.get(router, "/*").handler(this::missing);
  }

  /** Says that nothing is there. */
  void missing(RoutingContext ctx) {
    if (!forPeople(ctx)) {
      ctx.fail(NOT_FOUND);
      return;
    }
    vertx
        .executeBlocking(() -> pages.file("not-found.html"), false)
        .onSuccess(file -> PageRoutes.send(ctx, file.orElseThrow(), NOT_FOUND))
        .onFailure(ctx::fail);
  }
}
