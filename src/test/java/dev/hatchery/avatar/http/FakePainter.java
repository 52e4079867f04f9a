package dev.hatchery.avatar.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** A server that answers each path as it is told, and remembers what it was asked. */
final class FakePainter {

  /** What it was asked. */
  record Asked(String path, String authorization, String body) {}

  private final HttpServer server;
  private final Map<String, Consumer<HttpServerRequest>> answers = new ConcurrentHashMap<>();
  private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
  private final Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();
  private final Queue<ServerWebSocket> sockets = new ConcurrentLinkedQueue<>();
  private final Queue<String> cut = new ConcurrentLinkedQueue<>();

  FakePainter(Vertx vertx) {
    server =
        vertx
            .createHttpServer()
            .requestHandler(this::answer)
            .webSocketHandler(this::listen)
            .listen(0, "127.0.0.1")
            .await();
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.actualPort() + path);
  }

  void close() {
    server.close().await();
  }

  FakePainter on(String path, Consumer<HttpServerRequest> answer) {
    answers.put(path, answer);
    return this;
  }

  FakePainter json(String path, String json) {
    return status(path, 200, "application/json", json);
  }

  FakePainter status(String path, int status, String type, String body) {
    return on(
        path,
        request ->
            request.response().setStatusCode(status).putHeader("content-type", type).end(body));
  }

  /** Keeps the request until {@link #release}. */
  FakePainter hold(String path) {
    return on(
        path,
        request -> {
          held.add(request);
          request.response().closeHandler(gone -> cut.add(path));
        });
  }

  void release(String json) {
    held.remove().response().putHeader("content-type", "application/json").end(json);
  }

  boolean holds() {
    return !held.isEmpty();
  }

  /** Whoever listens on a socket at {@code path}; the last one who came. */
  Optional<ServerWebSocket> listener(String path) {
    return sockets.stream().filter(socket -> socket.path().equals(path)).reduce((a, b) -> b);
  }

  /** The paths of requests that were given up. */
  List<String> cut() {
    return List.copyOf(cut);
  }

  List<Asked> asked(String path) {
    return asked.stream().filter(one -> one.path().equals(path)).toList();
  }

  /** A picture of this size in Base64. */
  static String picture(int width, int height) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private void listen(ServerWebSocket socket) {
    sockets.add(socket);
  }

  private void answer(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              asked.add(asked(request, body));
              answers.getOrDefault(request.path(), FakePainter::unknown).accept(request);
            });
  }

  private static Asked asked(HttpServerRequest request, Buffer body) {
    return new Asked(
        request.path(), String.valueOf(request.getHeader("authorization")), body.toString());
  }

  private static void unknown(HttpServerRequest request) {
    request.response().setStatusCode(404).end("{\"detail\":\"Not Found\"}");
  }
}
