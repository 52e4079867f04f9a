package dev.hatchery.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hatchery.json.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Sends JSON. */
final class Answer {
  private static final JsonMapper MAPPER = Json.wire();

  private Answer() {}

  /** Ends the response with this value as JSON; its status is whatever was set before. */
  static void send(RoutingContext ctx, Object value) {
    ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(json(value));
  }

  /** The value as JSON. */
  static Buffer json(Object value) {
    try {
      return Buffer.buffer(MAPPER.writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer cannot be written", e);
    }
  }
}
