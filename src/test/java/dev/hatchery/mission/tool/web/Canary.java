package dev.hatchery.mission.tool.web;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A whole internet of one server: names resolve as a test says, every address leads to the server,
 * and whoever connects is counted.
 */
final class Canary implements Network {
  private final Map<String, Deque<List<String>>> names = new ConcurrentHashMap<>();
  private final List<String> connectedTo = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger questions = new AtomicInteger();
  private final HttpServer server;
  private volatile Handler<HttpServerRequest> site =
      request -> request.response().putHeader("content-type", "text/html").end("<p>Here I am.</p>");

  private Canary(Vertx vertx) {
    server =
        vertx
            .createHttpServer()
            .connectionHandler(connection -> connections.incrementAndGet())
            .requestHandler(request -> site.handle(request));
  }

  static Canary listen(Vertx vertx) {
    var canary = new Canary(vertx);
    canary.server.listen(0, "127.0.0.1").await();
    return canary;
  }

  /** The name has these addresses, comma-separated; each further ones with the next question. */
  Canary name(String host, String... answers) {
    var known = new ArrayDeque<List<String>>();
    for (var answer : answers) {
      known.add(List.of(answer.split(",")));
    }
    names.put(host, known);
    return this;
  }

  /** Answers every request. */
  Canary site(Handler<HttpServerRequest> answering) {
    site = answering;
    return this;
  }

  int connections() {
    return connections.get();
  }

  int questions() {
    return questions.get();
  }

  List<String> connectedTo() {
    return connectedTo;
  }

  int port() {
    return server.actualPort();
  }

  @Override
  public Future<List<InetAddress>> resolve(String host) {
    questions.incrementAndGet();
    var known = names.get(host);
    if (known == null) {
      return isLiteral(host) ? Future.succeededFuture(List.of(address(host))) : unknown(host);
    }
    var answer = known.size() > 1 ? known.removeFirst() : known.getFirst();
    return Future.succeededFuture(answer.stream().map(Canary::address).toList());
  }

  @Override
  public SocketAddress at(InetAddress checked, int port) {
    connectedTo.add(checked.getHostAddress() + " " + port);
    return SocketAddress.inetSocketAddress(server.actualPort(), "127.0.0.1");
  }

  private static Future<List<InetAddress>> unknown(String host) {
    return Future.failedFuture(new UnknownHostException(host));
  }

  private static boolean isLiteral(String host) {
    return host.matches("[0-9.]+") || host.contains(":");
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
