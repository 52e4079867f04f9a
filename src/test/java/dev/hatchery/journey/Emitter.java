package dev.hatchery.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A program that reports without an end, and says everything again that was not acknowledged. */
final class Emitter {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PAUSE_NANOS = 5_000_000;
  private static final int ACCEPTED = 202;

  private final Supplier<Server> server;
  private final String run;
  private final List<Long> acknowledged = new ArrayList<>();

  /**
   * A program with a run of its own.
   *
   * @param server to whom it says the next thing
   */
  Emitter(Supplier<Server> server, String run) {
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

  /** Says that its run is over. */
  void finish() {
    var event =
        "{\"run\":\"%s\",\"type\":\"task_completed\",\"event_id\":\"%s-end\",\"data\":{\"task_id\":\"%s\",\"status\":\"passed\"}}"
            .formatted(run, run, run);
    acknowledged.add(accepted(event).at("/events/0/id").asLong());
  }

  private JsonNode accepted(String event) {
    while (true) {
      try {
        var now = server.get();
        var request =
            HttpRequest.newBuilder(now.uri("/emit"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(event))
                .build();
        var answer = now.http().send(request, BodyHandlers.ofString());
        if (answer.statusCode() == ACCEPTED) {
          return JSON.readTree(answer.body());
        }
        if (answer.statusCode() < 500 && answer.statusCode() != 429) {
          throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
      } catch (IOException killed) {
        // It may have heard the event or not.
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      // Whoever tries again leaves the machine to the server that starts.
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
