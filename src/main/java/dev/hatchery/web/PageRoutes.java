package dev.hatchery.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The pages and what they need, from the class path. */
final class PageRoutes implements Routes {
  private static final int NOT_MODIFIED = 304;
  private static final int NOT_FOUND = 404;

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
    page(router, "/numbers", "numbers.html");
    page(router, "/runs/:id", "run.html");
    page(router, "/agents/:id", "agent.html");
    Routes.get(router, "/*").handler(this::file);
  }

  private void page(Router router, String path, String file) {
    Routes.get(router, path).handler(ctx -> load(ctx, file, 200));
  }

  private void file(RoutingContext ctx) {
    load(ctx, ctx.request().path().substring(1), 200);
  }

  private void load(RoutingContext ctx, String name, int status) {
    vertx
        .executeBlocking(() -> pages.file(name), false)
        .onSuccess(
            file ->
                file.ifPresentOrElse(found -> send(ctx, found, status), () -> missing(ctx, status)))
        .onFailure(ctx::fail);
  }

  /** People get a page that helps; programs get a problem. */
  private void missing(RoutingContext ctx, int status) {
    var accept = Optional.ofNullable(ctx.request().getHeader(HttpHeaders.ACCEPT)).orElse("");
    var forPeople = accept.contains("text/html") && !ctx.request().path().startsWith("/api/");
    if (forPeople && status != NOT_FOUND) {
      load(ctx, "not-found.html", NOT_FOUND);
    } else {
      ctx.fail(NOT_FOUND);
    }
  }

  private static void send(RoutingContext ctx, Pages.File file, int status) {
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
