package dev.hatchery.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hatchery.wire.EventStreamDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Somebody who talks to a server over HTTP as any program would. */
final class Client {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 1 << 20;
  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 500;

  private final Server server;
  private final HttpClient http;

  Client(Server server) {
    this.server = server;
    this.http = server.http();
  }

  /** Asks for a hatching and tells its id. */
  String hatch(String description) {
    var body = JSON.valueToTree(Map.of("kind", "hatch", "description", description)).toString();
    var answer = send("POST", "/api/runs", body);
    if (answer.statusCode() != 201) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return json(answer).path("id").asText();
  }

  /** Proposes, approves and executes a mission, and tells its id once it has ended. */
  String carryOut(String objective) {
    var brief = JSON.valueToTree(Map.of("objective", objective)).toString();
    var id = accepted(send("POST", "/missions/create", brief)).path("mission_id").asText();
    accepted(send("POST", "/missions/" + id + "/approve", "{}"));
    accepted(send("POST", "/missions/" + id + "/execute", "{}"));
    return id;
  }

  /** The same, but it may still be at work. */
  String begin(String objective) {
    var brief = JSON.valueToTree(Map.of("objective", objective)).toString();
    var id = accepted(send("POST", "/missions/create", brief)).path("mission_id").asText();
    accepted(send("POST", "/missions/" + id + "/approve", "{}"));
    accepted(send("POST", "/missions/" + id + "/execute", "{}", "Prefer", "respond-async"));
    return id;
  }

  private static JsonNode accepted(HttpResponse<String> answer) {
    if (answer.statusCode() >= 300) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return json(answer);
  }

  JsonNode get(String path) {
    return json(send("GET", path, null));
  }

  HttpResponse<String> send(String method, String path, @Nullable String body, String... headers) {
    var request =
        HttpRequest.newBuilder(server.uri(path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /**
   * Watches a run from after a place until the stream ends, or until {@code leave} says so of an
   * event; every event is passed to it.
   *
   * @return whether the stream ended by itself
   * @throws UncheckedIOException when it is cut, or when the server cannot serve it now
   */
  boolean watch(String runId, long after, Predicate<Told> leave) {
    var request =
        HttpRequest.newBuilder(server.uri("/api/runs/" + runId + "/events"))
            .header("Accept", "text/event-stream");
    if (after > 0) {
      request.header("Last-Event-ID", Long.toString(after));
    }
    try {
      var answer = http.send(request.build(), BodyHandlers.ofInputStream());
      if (answer.statusCode() == NO_CONTENT) {
        return true;
      }
      try (var in = answer.body()) {
        if (answer.statusCode() >= UNAVAILABLE || answer.statusCode() == TOO_MANY) {
          throw new IOException("refused for now: " + answer.statusCode());
        }
        assertThat(answer.statusCode()).as("the stream of " + runId).isEqualTo(OK);
        return read(in, leave);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static boolean read(InputStream in, Predicate<Told> leave) throws IOException {
    var decoder = new EventStreamDecoder(LONGEST, false);
    var buffer = new byte[8192];
    var left = new boolean[1];
    for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      decoder.decode(
          buffer,
          n,
          event -> {
            if (!left[0]) {
              left[0] = leave.test(Told.of(number(event.id()), event.type(), event.data()));
            }
          });
      if (left[0]) {
        return false;
      }
    }
    return true;
  }

  private static long number(@Nullable String id) {
    return id == null || id.isEmpty() ? 0 : Long.parseLong(id);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException(e);
  }
}
