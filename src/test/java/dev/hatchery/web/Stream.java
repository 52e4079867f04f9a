package dev.hatchery.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hatchery.wire.EventStreamDecoder;
import dev.hatchery.wire.StreamEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** A browser's end of a stream: reads on a thread of its own and keeps what it got. */
final class Stream implements AutoCloseable {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int LONGEST = 1 << 20;

  private final HttpResponse<InputStream> response;
  private final List<StreamEvent> events = new CopyOnWriteArrayList<>();
  private final EventStreamDecoder decoder = new EventStreamDecoder(LONGEST, false);
  private volatile boolean over;
  private volatile boolean cut;

  private Stream(HttpResponse<InputStream> response) {
    this.response = response;
    Thread.ofVirtual().start(this::read);
  }

  static Stream open(int port, String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    request.header("Accept", "text/event-stream");
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return new Stream(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  int status() {
    return response.statusCode();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** All that came, with beats and the like. */
  List<StreamEvent> all() {
    return List.copyOf(events);
  }

  /** The numbered events that came. */
  List<StreamEvent> numbered() {
    return events.stream().filter(event -> event.id() != null).toList();
  }

  List<String> ids() {
    return numbered().stream().map(event -> String.valueOf(event.id())).toList();
  }

  List<String> types() {
    return events.stream().map(StreamEvent::type).toList();
  }

  boolean over() {
    return over;
  }

  /** How long to wait before coming back, as it was said last. */
  Duration retry() {
    return Objects.requireNonNull(decoder.retry());
  }

  /** Whether it was cut in the middle, so that nobody takes it for the end of what is watched. */
  boolean cut() {
    return cut;
  }

  boolean greeted() {
    return decoder.retry() != null;
  }

  static JsonNode data(StreamEvent event) {
    try {
      return MAPPER.readTree(event.data());
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + event.data(), e);
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

  private void read() {
    var buffer = new byte[4096];
    try (var in = response.body()) {
      for (var length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        decoder.decode(buffer, length, events::add);
      }
    } catch (IOException e) {
      // The test closed it, or the server cut it; both end it.
      cut = true;
    } finally {
      over = true;
    }
  }
}
