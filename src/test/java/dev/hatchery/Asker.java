package dev.hatchery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Somebody who asks a server.
 *
 * @param shown the header and its value that say who, or nothing
 */
record Asker(URI server, List<String> shown) {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final ObjectMapper MAPPER = new ObjectMapper();

  Asker {
    shown = List.copyOf(shown);
  }

  /** What came back; of a stream only that it began. */
  record Answer(int status, String body, String cookie, int retryAfter) {
    JsonNode json() {
      try {
        return MAPPER.readTree(body);
      } catch (JsonProcessingException e) {
        throw new AssertionError("no JSON: " + body, e);
      }
    }
  }

  static Asker nobody(URI server) {
    return new Asker(server, List.of());
  }

  static Asker with(URI server, String token) {
    return new Asker(server, List.of("Authorization", "Bearer " + token));
  }

  Answer get(String path, String... headers) {
    return ask("GET", path, "", headers);
  }

  Answer post(String path, String body, String... headers) {
    return ask("POST", path, body, headers);
  }

  Answer ask(String method, String path, String body, String... headers) {
    var response = send(method, path, body, headers);
    try (var in = response.body()) {
      var stream =
          response.headers().firstValue("Content-Type").orElse("").contains("event-stream");
      return new Answer(
          response.statusCode(),
          stream ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8),
          response.headers().firstValue("Set-Cookie").orElse("").replaceAll(";.*", ""),
          (int) response.headers().firstValueAsLong("Retry-After").orElse(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A stream and what has come so far. */
  static final class Heard implements AutoCloseable {
    private final HttpResponse<InputStream> response;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private volatile boolean over;

    private Heard(HttpResponse<InputStream> response) {
      this.response = response;
      Thread.ofVirtual().start(this::read);
    }

    int status() {
      return response.statusCode();
    }

    String text() {
      return bytes.toString(StandardCharsets.UTF_8);
    }

    boolean over() {
      return over;
    }

    private void read() {
      try (var in = response.body()) {
        in.transferTo(bytes);
      } catch (IOException e) {
        // Closed by the test.
      } finally {
        over = true;
      }
    }

    @Override
    public void close() {
      try {
        response.body().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Opens a stream. */
  Heard listen(String path) {
    return new Heard(send("GET", path, "", "Accept", "text/event-stream"));
  }

  private HttpResponse<InputStream> send(
      String method, String path, String body, String... headers) {
    var request = HttpRequest.newBuilder(server.resolve(path));
    if (!shown.isEmpty()) {
      request.header(shown.get(0), shown.get(1));
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    request.method(
        method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
