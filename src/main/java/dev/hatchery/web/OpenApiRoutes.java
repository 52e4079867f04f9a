package dev.hatchery.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The description of this interface, in OpenAPI 3.1. */
final class OpenApiRoutes implements Routes {
  private static final String FILE = "/openapi.json";

  private final Buffer description = read();

  @Override
  public void addTo(Router router) {
    Routes.get(router, "/openapi.json")
        .handler(
            ctx ->
                ctx.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .end(description));
  }

  private static Buffer read() {
    try (var in = OpenApiRoutes.class.getResourceAsStream(FILE)) {
      return Buffer.buffer(Objects.requireNonNull(in, FILE).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
