package dev.hatchery.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** The end of a request without waiting for the rest of it, or without the rest of its answer. */
final class HangUp {
  private static final long NO_ERROR = 0;
  private static final long INTERNAL_ERROR = 2;

  private HangUp() {}

  /**
   * Takes nothing more of this request. Over HTTP/2 its connection carries others, so its stream
   * alone is ended: with {@code NO_ERROR} where its answer is complete (RFC 9113, 8.1).
   */
  static void on(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      var response = request.response();
      response.reset(response.ended() ? NO_ERROR : INTERNAL_ERROR);
    } else {
      request.connection().close();
    }
  }
}
