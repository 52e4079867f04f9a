package dev.hatchery.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hatchery.wire.EventStreamDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Who has the page "Missions" open, without its looks: hears what it hears and asks what it asks.
 */
final class Dashboard {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 1 << 20;
  private static final Executor SOON = later(150);
  private static final List<String> AROUND =
      List.of("/api/analytics/all", "/recipes", "/schedules");

  private final Server server;
  private final HttpClient http;
  private final EventStreamDecoder decoder = new EventStreamDecoder(LONGEST, false);
  private final CompletableFuture<?> stream;
  private volatile boolean live;

  private Dashboard(Server server, HttpClient http) {
    this.server = server;
    this.http = http;
    var request =
        HttpRequest.newBuilder(server.uri("/stream/progress?replay=0"))
            .header("Accept", "text/event-stream")
            .build();
    this.stream =
        http.sendAsync(
            request, BodyHandlers.ofByteArrayConsumer(bytes -> bytes.ifPresent(this::take)));
  }

  /** Opens one more, with connections of its own client's. */
  static Dashboard open(Server server, HttpClient http) {
    return new Dashboard(server, http);
  }

  /** Whether it is told what happens from now on. */
  boolean isLive() {
    return live;
  }

  void close() {
    stream.cancel(true);
  }

  private void take(byte[] bytes) {
    live = true;
    decoder.decode(bytes, bytes.length, event -> hear(event.type(), event.data()));
  }

  private void hear(String type, String data) {
    var told = json(data);
    var id = told.path("run_id").asText();
    switch (type) {
      case "mission_changed" -> sometime().execute(() -> ask("/missions/" + id));
      case "complete" -> {
        SOON.execute(() -> ask(told.path("artifact_reference").asText()));
        sometime().execute(() -> AROUND.forEach(this::ask));
      }
      default -> {}
    }
  }

  private void ask(String... paths) {
    for (var path : paths) {
      var request = HttpRequest.newBuilder(server.uri(path)).header("Accept", "application/json");
      var unused = http.sendAsync(request.build(), BodyHandlers.discarding());
    }
  }

  private static JsonNode json(String data) {
    try {
      return JSON.readTree(data);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + data, e);
    }
  }

  private static Executor sometime() {
    return later(ThreadLocalRandom.current().nextLong(150, 3400));
  }

  private static Executor later(long millis) {
    return CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
  }
}
