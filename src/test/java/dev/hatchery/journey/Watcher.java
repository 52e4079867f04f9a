package dev.hatchery.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hatchery.wire.EventStreamDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Somebody who watches all runs over a bad line, and comes back with the last id that they saw. */
final class Watcher {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PAUSE_NANOS = 5_000_000;
  private static final int LONGEST = 1 << 20;
  private static final int OK = 200;

  /** The ways to watch. */
  enum Way {
    STREAM,
    SOCKET,
    POLL
  }

  private final Way way;
  private final Cutter line;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<JsonNode> seen = new CopyOnWriteArrayList<>();

  Watcher(Way way, Cutter line) {
    this.way = way;
    this.line = line;
  }

  /** What it watches over. */
  Cutter line() {
    return line;
  }

  /** All that was seen, as it came. */
  List<Long> ids() {
    return seen.stream().map(event -> event.path("id").asLong()).toList();
  }

  /** The last id that was seen, 0 for none. */
  long last() {
    return seen.isEmpty() ? 0 : seen.getLast().path("id").asLong();
  }

  /** The events themselves. */
  List<JsonNode> seen() {
    return List.copyOf(seen);
  }

  /** Watches until it is enough, however often the line breaks. */
  void watch(BooleanSupplier enough) {
    while (!enough.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
      try {
        switch (way) {
          case STREAM -> stream(enough);
          case SOCKET -> socket(enough);
          case POLL -> poll();
        }
      } catch (IOException broken) {
        // Whoever tries again leaves the machine to the server that starts.
        LockSupport.parkNanos(PAUSE_NANOS);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void stream(BooleanSupplier enough) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(line.uri("/stream/progress"))
            .header("Accept", "text/event-stream")
            .header("Last-Event-ID", Long.toString(last()));
    var decoder = new EventStreamDecoder(LONGEST, false);
    var answer = http.send(request.build(), BodyHandlers.ofInputStream());
    try (InputStream in = answer.body()) {
      served(answer);
      var buffer = new byte[8192];
      for (var n = in.read(buffer); n >= 0 && !enough.getAsBoolean(); n = in.read(buffer)) {
        decoder.decode(
            buffer,
            n,
            event -> {
              if (event.id() != null) {
                see(
                    "{\"id\":%s,\"type\":\"%s\",\"data\":%s}"
                        .formatted(event.id(), event.type(), event.data()));
              }
            });
      }
    }
  }

  private void socket(BooleanSupplier enough) throws IOException {
    try (var frames = new Frames(line.uri("/ws/local?last_event_id=" + last()))) {
      for (var text = frames.next(); !text.isEmpty(); text = frames.next()) {
        if (text.startsWith("{\"id\":")) {
          see(text);
        }
        if (enough.getAsBoolean()) {
          return;
        }
      }
    }
  }

  private void poll() throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(line.uri("/api/events?limit=7&wait=1&after=" + last())).build();
    var answer = http.send(request, BodyHandlers.ofString());
    served(answer);
    JSON.readTree(answer.body()).path("events").forEach(event -> see(event.toString()));
  }

  private static void served(HttpResponse<?> answer) throws IOException {
    if (answer.statusCode() != OK) {
      throw new IOException("refused for now: " + answer.statusCode());
    }
  }

  private void see(String event) {
    try {
      seen.add(JSON.readTree(event));
    } catch (IOException e) {
      throw new UncheckedIOException(event, e);
    }
  }
}
