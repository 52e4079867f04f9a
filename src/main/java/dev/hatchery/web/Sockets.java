package dev.hatchery.web;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.web.Socket.Close;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The open WebSockets of one web verticle: opens them, and cuts those whose client is gone. */
final class Sockets {
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** How many pings a client may leave unanswered. */
  private static final int PINGS = 3;

  private static final String VERSION = "13";

  private final Limits limits;
  private final Attendance attendance;
  private final Set<Socket> open = new LinkedHashSet<>();

  Sockets(Limits limits, Attendance attendance) {
    this.limits = limits;
    this.attendance = attendance;
  }

  /** Keeps watch over the open sockets from now on. */
  void start(Vertx vertx) {
    vertx.setPeriodic(
        LOOK.toMillis(),
        tick -> List.copyOf(open).forEach(socket -> look(socket, System.nanoTime())));
  }

  /** Tells everybody that the server stops; completes once they have heard it, or will not. */
  Future<?> stop() {
    return Future.join(open.stream().map(socket -> socket.end(Close.LEAVING)).toList());
  }

  /** Lets a request wait while somebody is asked about it, or its upgrade would be lost. */
  static void hold(RoutingContext ctx) {
    var request = ctx.request();
    if (!request.isEnded()) {
      request.pause();
      ctx.addEndHandler(refused -> resume(request));
    }
  }

  private static void requireUpgrade(RoutingContext ctx) {
    var request = ctx.request();
    if (!request.canUpgradeToWebSocket()
        || request.getHeader("Sec-WebSocket-Key") == null
        || !VERSION.equals(request.getHeader("Sec-WebSocket-Version"))) {
      ctx.response().putHeader("Upgrade", "websocket").putHeader("Sec-WebSocket-Version", VERSION);
      throw Refusal.because(426, "websocket_required", "Here is a WebSocket; open it as one.");
    }
  }

  /**
   * Opens the WebSocket that was asked for.
   *
   * @throws Refusal when it was none
   * @throws ProblemException when there are too many
   */
  Future<Socket> open(RoutingContext ctx) {
    requireUpgrade(ctx);
    if (open.size() >= limits.streams()) {
      throw Streams.tooMany();
    }
    var seat = attendance.enter(Caller.principal(ctx));
    return ctx.request()
        .toWebSocket()
        .onFailure(refused -> seat.leave())
        .map(upgraded -> opened(new Socket(ctx.request().connection(), upgraded), seat));
  }

  private Socket opened(Socket socket, Attendance.Seat seat) {
    open.add(socket);
    seat.whenOver(() -> socket.end(Close.POLICY));
    socket.whenClosed(
        () -> {
          open.remove(socket);
          seat.leave();
        });
    return socket;
  }

  private void look(Socket socket, long now) {
    if (socket.stalled(now) > limits.stall().toNanos()) {
      socket.cut();
    } else {
      socket.ping(now, limits.stall().dividedBy(PINGS));
    }
  }

  private static void resume(HttpServerRequest request) {
    if (!request.isEnded()) {
      request.resume();
    }
  }
}
