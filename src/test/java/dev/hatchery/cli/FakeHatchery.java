package dev.hatchery.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A server that speaks the interface as it is written, and does what a test tells it. */
public final class FakeHatchery implements AutoCloseable {
  public static final String RUN = "0run0run0run0run0run0run00";
  public static final String NUMBER = "1042";
  public static final String AGENT =
      """
      {"id":"agent1","name":"Mossbert","backstory":"He keeps buttons. All of them.",\
      "personality_traits":["shy","kind"],"avatar_url":"/api/agents/agent1/avatar"}\
      """;
  public static final String PICTURE = "PNG";

  /** What was asked, as "POST /api/runs", in order. */
  public final List<String> requests = new CopyOnWriteArrayList<>();

  /** The bodies of what was reported. */
  public final List<String> emits = new CopyOnWriteArrayList<>();

  /** Who asked, as "Bearer …", "" for nobody. */
  public final List<String> askers = new CopyOnWriteArrayList<>();

  /** The idempotency keys that came. */
  public final List<String> keys = new CopyOnWriteArrayList<>();

  /** The cursors that came, "" for none. */
  public final List<String> cursors = new CopyOnWriteArrayList<>();

  /** Answers before the good one: "429 2 code" is a status, a Retry-After and a code. */
  public final BlockingQueue<String> refusals = new LinkedBlockingQueue<>();

  /** One text per connection to the stream, after which it is cut; "204" is that status. */
  public final BlockingQueue<String> streams = new LinkedBlockingQueue<>();

  /** What else it answers, by the request as "POST /missions/create". */
  public final Map<String, String> answers = new ConcurrentHashMap<>();

  /** The bodies of those requests. */
  public final List<String> bodies = new CopyOnWriteArrayList<>();

  /** What the run is said to be when it is asked for. */
  public volatile String run = "{\"id\":\"%s\",\"status\":\"running\"}".formatted(RUN);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
  private final HttpServer server;

  public FakeHatchery() {
    this(null);
  }

  /** One that is encrypted with what is given. */
  FakeHatchery(@Nullable SSLContext tls) {
    try {
      server = server(tls, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  private static HttpServer server(@Nullable SSLContext tls, InetSocketAddress address)
      throws IOException {
    if (tls == null) {
      return HttpServer.create(address, 0);
    }
    var server = HttpsServer.create(address, 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    return server;
  }

  public URI address() {
    var scheme = server instanceof HttpsServer ? "https" : "http";
    return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
  }

  /** One event as it stands on the stream. */
  public static String frame(long id, String type, String data) {
    return "id: %d\nevent: %s\ndata: %s\n\n".formatted(id, type, data);
  }

  /** A whole hatching. */
  public static String hatching() {
    return frame(
            1,
            "queued",
            "{\"ahead\":2,\"progress\":0,\"measured\":0,\"message\":\"2 ahead of you\"}")
        + frame(
            2,
            "llm_progress",
            "{\"progress\":12,\"measured\":0,\"estimated\":true,\"message\":\"Thinking…\"}")
        + frame(
            3,
            "backstory_complete",
            "{\"progress\":25,\"measured\":25,\"message\":\"Mossbert it is\",\"agent_data\":%s}"
                .formatted(AGENT))
        + frame(
            4,
            "avatar_progress",
            "{\"progress\":62.5,\"measured\":62.5,\"estimated\":false,\"message\":\"Eyes\","
                + "\"eta_seconds\":{\"p50\":20,\"p90\":35}}")
        + frame(5, "progress", "{\"progress\":100,\"measured\":100,\"message\":\"Saving…\"}")
        + complete(6);
  }

  public static String complete(long id) {
    return frame(
        id,
        "complete",
        "{\"progress\":100,\"measured\":100,\"message\":\"Hatched\",\"agent\":%s}"
            .formatted(AGENT));
  }

  /** Sends this on the stream that stays open, that is one beyond {@link #streams}. */
  public void send(String frame) {
    frames.add(frame);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var request = exchange.getRequestMethod() + " " + path;
    requests.add(request);
    askers.add(
        Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), ""));
    switch (request) {
      case "POST /api/runs" -> order(exchange);
      case "GET /api/runs" -> json(exchange, 200, "{\"runs\":[" + run + "],\"next\":null}");
      case "GET /api/agents" -> json(exchange, 200, "{\"agents\":[" + AGENT + "]}");
      case "GET /api/agents/agent1/avatar" -> picture(exchange);
      case "GET /api/runs/" + RUN -> json(exchange, 200, run);
      case "POST /emit" -> emit(exchange);
      case "POST /api/runs/" + RUN + "/share" -> json(exchange, 201, share(exchange));
      case "GET /api/runs/" + RUN + "/events", "GET /stream/progress" -> events(exchange);
      case "GET /api/runs/" + NUMBER -> json(exchange, 200, run);
      case "DELETE /api/runs/" + RUN -> {
        json(exchange, 202, run);
        send(frame(90, "cancelled", "{\"progress\":12,\"message\":\"Cancelled\"}"));
      }
      default -> other(exchange, request);
    }
  }

  private void other(HttpExchange exchange, String request) throws IOException {
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    var answer = answers.get(request);
    json(
        exchange,
        answer == null ? 404 : 200,
        answer == null ? "{\"code\":\"not_found\",\"detail\":\"There is no such run.\"}" : answer);
  }

  private void order(HttpExchange exchange) throws IOException {
    keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
    if (!refused(exchange)) {
      json(exchange, 201, run);
    }
  }

  private void emit(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    emits.add(body);
    if (!refused(exchange)) {
      if (body.contains("\"task_completed\"")) {
        send(frame(89, "complete", "{\"progress\":100}"));
      }
      json(
          exchange,
          202,
          "{\"events\":[{\"id\":4711,\"run_id\":\"%s\",\"seq\":%d}]}".formatted(RUN, emits.size()));
    }
  }

  /** Ends after as many seconds as were asked for, as text. */
  private static String share(HttpExchange exchange) throws IOException {
    var asked = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    return "{\"url\":\"/share/s\",\"expires_at\":\"%s\"}".formatted(asked.replaceAll("\\D", ""));
  }

  private boolean refused(HttpExchange exchange) throws IOException {
    var refusal = refusals.poll();
    if (refusal == null) {
      return false;
    }
    var parts = refusal.split(" ");
    if (parts.length > 1) {
      exchange.getResponseHeaders().set("Retry-After", parts[1]);
    }
    json(
        exchange,
        Integer.parseInt(parts[0]),
        "{\"code\":\"%s\",\"detail\":\"No\\u001b[2J room.\"}"
            .formatted(parts.length > 2 ? parts[2] : "refused"));
    return true;
  }

  private static void picture(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "image/png");
    send(exchange, 200, PICTURE.getBytes(UTF_8));
  }

  private void events(HttpExchange exchange) throws IOException {
    var cursor = exchange.getRequestHeaders().getFirst("Last-Event-ID");
    cursors.add(cursor == null ? "" : cursor);
    var stream = streams.poll();
    if ("204".equals(stream)) {
      exchange.sendResponseHeaders(204, -1);
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (var body = exchange.getResponseBody()) {
      body.write(("retry: 500\n\n" + (stream == null ? "" : stream)).getBytes(UTF_8));
      body.flush();
      while (stream == null) {
        body.write(frames.take().getBytes(UTF_8));
        body.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void json(HttpExchange exchange, int status, String body) throws IOException {
    exchange
        .getResponseHeaders()
        .set("Content-Type", status > 299 ? "application/problem+json" : "application/json");
    send(exchange, status, body.getBytes(UTF_8));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
