package dev.hatchery.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A program that reports without an end, and says everything again that was not acknowledged. */
final class Emitter {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ACCEPTED = 202;

  private final Revived server;
  private final String run;
  private final List<Long> acknowledged = new ArrayList<>();

  Emitter(Revived server, String run) {
    this.server = server;
    this.run = run;
  }

  /** The ids of all that was acknowledged, as it was said. */
  List<Long> acknowledged() {
    return acknowledged;
  }

  /** Emits until it is enough. */
  void emit(BooleanSupplier enough) {
    for (var n = 1; !enough.getAsBoolean(); n++) {
      var event =
          "{\"run\":\"%s\",\"type\":\"note\",\"event_id\":\"%s-%d\",\"data\":{\"n\":%d,\"text\":\"%s\"}}"
              .formatted(run, run, n, n, "ünïcode \\n\\u2028 ".repeat(n % 9));
      acknowledged.add(accepted(event).at("/events/0/id").asLong());
    }
  }

  private JsonNode accepted(String event) {
    while (true) {
      try {
        HttpResponse<String> answer = server.client().send("POST", "/emit", event);
        if (answer.statusCode() == ACCEPTED) {
          return JSON.readTree(answer.body());
        }
        if (answer.statusCode() < 500 && answer.statusCode() != 429) {
          throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
      } catch (UncheckedIOException killed) {
        Thread.onSpinWait();
      } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
        throw new AssertionError("not JSON", e);
      }
    }
  }
}
