package dev.hatchery.web;

import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.http.WebSocketFrameType;
import io.vertx.core.http.impl.ws.WebSocketFrameImpl;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A WebSocket to a client that may be slow, silent or gone. */
final class Socket {
  private static final Logger LOG = LoggerFactory.getLogger(Socket.class);

  /** The reasons that RFC 6455 has numbers for. */
  enum Close {
    ENDED(1000, "ended"),
    LEAVING(1001, "the server stops"),
    BROKEN(1002, "this is no frame of a WebSocket"),
    POLICY(1008, "this may not stay open"),
    TOO_LONG(1009, "a message has 64 KiB at most"),
    FAILED(1011, "it cannot be told now; come back"),
    TOO_SLOW(1013, "too slow; come back and catch up");

    private final short code;
    private final String reason;

    Close(int code, String reason) {
      this.code = (short) code;
      this.reason = reason;
    }

    short code() {
      return code;
    }

    String reason() {
      return reason;
    }
  }

  private final HttpConnection connection;
  private final ServerWebSocket socket;
  private Runnable drained = () -> {};
  private Runnable gone = () -> {};
  private boolean over;
  private long lastWrite = System.nanoTime();
  private long lastPing = lastWrite;
  private long fullSince;

  /** When something was sent that its client has to answer, 0 while it owes nothing. */
  private long owedSince;

  /**
   * An open one.
   *
   * @param connection of the request that it was
   */
  Socket(HttpConnection connection, ServerWebSocket socket) {
    this.connection = connection;
    this.socket = socket;
    socket
        .frameHandler(this::heard)
        .drainHandler(ready -> drained())
        .exceptionHandler(broken -> end(why(broken)));
  }

  /** Tells what to do when the client takes more, and, once, when nothing reaches it any more. */
  void on(Runnable whenDrained, Runnable whenOver) {
    drained = whenDrained;
    gone = whenOver;
    if (over) {
      whenOver.run();
    }
  }

  /** Tells what to do once its connection is closed. */
  void whenClosed(Runnable closed) {
    socket.closeHandler(
        now -> {
          leave();
          closed.run();
        });
  }

  /** Tells what to do with the messages of the client; without it they are passed over. */
  void hear(Consumer<String> message) {
    socket.textMessageHandler(
        text -> {
          if (!over) {
            message.accept(text);
          }
        });
  }

  boolean over() {
    return over;
  }

  /** Sends a message; whoever has a choice asks {@link #full} first. */
  void write(byte[] text) {
    if (!over && !socket.isClosed()) {
      socket.writeFrame(new WebSocketFrameImpl(WebSocketFrameType.TEXT, text, true));
      lastWrite = System.nanoTime();
      if (fullSince == 0 && socket.writeQueueFull()) {
        fullSince = lastWrite;
      }
    }
  }

  /** Whether the client is behind, so that writing would only pile up here. */
  boolean full() {
    return socket.isClosed() || socket.writeQueueFull();
  }

  /** How long nothing was written, in nanoseconds. */
  long silent(long now) {
    return now - lastWrite;
  }

  /** How long the client has taken or answered nothing although it should, in nanoseconds. */
  long stalled(long now) {
    var untaken = fullSince == 0 ? 0 : now - fullSince;
    var unanswered = owedSince == 0 ? 0 : now - owedSince;
    return Math.max(untaken, unanswered);
  }

  /** Asks the client whether it is still there, if that is not known for so long. */
  void ping(long now, Duration often) {
    if (!over && fullSince == 0 && now - lastPing >= often.toNanos()) {
      lastPing = now;
      owe(now);
      socket.writePing(Buffer.buffer());
    }
  }

  /** Ends it and says why; completes once it is closed. */
  Future<Void> end(Close why) {
    if (over) {
      return Future.succeededFuture();
    }
    leave();
    // Whoever does not answer this is cut like one who does not answer a ping.
    owe(System.nanoTime());
    return socket.close(why.code(), why.reason());
  }

  /**
   * Closes the channel underneath. Vert.x closes politely, after what lies ready; for a client that
   * takes nothing that would wait for ever.
   */
  void cut() {
    leave();
    if (connection instanceof ConnectionBase base) {
      // What handled the request has left the channel, so it is closed from its very end.
      var closing = base.channel().pipeline().firstContext().close();
      closing.addListener(closed -> LOG.debug("A client that took nothing was cut"));
    }
  }

  private static Close why(Throwable broken) {
    // Vert.x says the first when a message of several frames becomes too long.
    var tooLong =
        broken instanceof IllegalStateException
            || (broken instanceof CorruptedWebSocketFrameException frame
                && frame.closeStatus().code() == Close.TOO_LONG.code());
    return tooLong ? Close.TOO_LONG : Close.BROKEN;
  }

  private void owe(long now) {
    if (owedSince == 0) {
      owedSince = now;
    }
  }

  /** Each ping of a client is answered; one that reads no answers is not read, either. */
  private void heard(WebSocketFrame frame) {
    if (!over) {
      owedSince = 0;
      if (!frame.isClose() && full()) {
        fullSince = fullSince == 0 ? System.nanoTime() : fullSince;
        socket.pause();
      }
    }
  }

  private void drained() {
    fullSince = 0;
    if (!over) {
      socket.resume();
      drained.run();
    }
  }

  private void leave() {
    if (!over) {
      over = true;
      gone.run();
    }
  }
}
