package dev.hatchery.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * The pages and what they need, from the class path. None holds anybody's data, so they are for
 * everybody; what is no page is left to others.
 */
final class PageRoutes implements Routes {
  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;

  private final Vertx vertx;
  private final Pages pages;

  PageRoutes(Vertx vertx, Pages pages) {
    this.vertx = vertx;
    this.pages = pages;
  }

  @Override
  public void addTo(Router router) {
    page(router, "/", "index.html");
    page(router, "/nest", "nest.html");
    page(router, "/watch", "watch.html");
    page(router, "/numbers", "numbers.html");
    Routes.get(router, "/missions").handler(this::missions);
    page(router, "/sign-in", "sign-in.html");
    page(router, "/runs/:id", "run.html");
    page(router, "/agents/:id", "agent.html");
    Routes.get(router, "/*").handler(this::file);
  }

  private void page(Router router, String path, String file) {
    Routes.get(router, path).handler(ctx -> load(ctx, file));
  }

  /* Under this address people find a page, and programs the missions themselves. */
  private void missions(RoutingContext ctx) {
    ctx.response().putHeader(HttpHeaders.VARY, "Accept");
    if (NowhereRoutes.forPeople(ctx)) {
      load(ctx, "missions.html");
    } else {
      ctx.next();
    }
  }

  private void file(RoutingContext ctx) {
    var name = ctx.request().path().substring(1);
    if (Pages.mayBe(name)) {
      load(ctx, name);
    } else {
      ctx.next();
    }
  }

  private void load(RoutingContext ctx, String name) {
    pages.known(name).ifPresentOrElse(known -> send(ctx, known, OK), () -> read(ctx, name));
  }

  private void read(RoutingContext ctx, String name) {
    vertx
        .executeBlocking(() -> pages.file(name), false)
        .onSuccess(file -> file.ifPresentOrElse(found -> send(ctx, found, OK), ctx::next))
        .onFailure(ctx::fail);
  }

  /** Sends a file, or that the client has it already. */
  static void send(RoutingContext ctx, Pages.File file, int status) {
    var response =
        ctx.response()
            .setStatusCode(status)
            .putHeader(HttpHeaders.CONTENT_TYPE, file.mediaType())
            .putHeader(HttpHeaders.ETAG, file.tag())
            .putHeader(HttpHeaders.CACHE_CONTROL, file.caching());
    if (file.tag().equals(ctx.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
      response.setStatusCode(NOT_MODIFIED).end();
    } else {
      response.end(file.bytes());
    }
  }
}
