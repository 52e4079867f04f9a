package dev.hatchery.web;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** What every answer tells the browser not to do. */
final class SecurityHeaders {
  private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";
  private static final String PAGE =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:;"
          + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
          + " require-trusted-types-for 'script'; trusted-types hatchery";
  private static final String PICTURE = "default-src 'none'; sandbox";

  private SecurityHeaders() {}

  /** For every answer; what is more than a page narrows them afterwards. */
  static void put(HttpServerResponse response) {
    response
        .putHeader(CONTENT_SECURITY_POLICY, PAGE)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("X-Frame-Options", "DENY");
  }

  /** As {@link #put}, as a handler before all routes; nothing of the interface is kept. */
  static void handle(RoutingContext ctx) {
    put(ctx.response());
    ctx.response().putHeader("Cache-Control", "no-store");
    ctx.next();
  }

  /** A page of ours that our pages show in a frame, under its own policy. */
  static HttpServerResponse framed(HttpServerResponse response, String policy) {
    return response
        .putHeader(CONTENT_SECURITY_POLICY, policy)
        .putHeader("X-Frame-Options", "SAMEORIGIN");
  }

  /** A picture is looked at and never opened as a document that could do something. */
  static HttpServerResponse picture(HttpServerResponse response) {
    return response.putHeader(CONTENT_SECURITY_POLICY, PICTURE);
  }
}
