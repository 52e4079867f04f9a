package dev.hatchery.web;

import dev.hatchery.protocol.Bytes;
import dev.hatchery.stream.Portion;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where frames become bytes on a socket. */
final class SseConnection {
  private static final Logger LOG = LoggerFactory.getLogger(SseConnection.class);

  private final HttpConnection connection;
  private final HttpServerResponse response;
  private final @Nullable ChunkSocket socket;
  private Runnable drained = () -> {};
  private Runnable gone = () -> {};
  private boolean over;
  private long lastWrite = System.nanoTime();
  private long fullSince;

  /** Opens the stream that answers this request. */
  SseConnection(HttpServerRequest request) {
    this.connection = request.connection();
    this.response = headers(request.response());
    response.setChunked(true);
    socket = ChunkSocket.below(request);
  }

  /** What says that a stream follows. */
  static HttpServerResponse headers(HttpServerResponse response) {
    return response
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream; charset=utf-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader("X-Accel-Buffering", "no");
  }

  /** Tells what to do when the socket takes more, and, once, when the stream is over. */
  void on(Runnable whenDrained, Runnable whenOver) {
    drained = whenDrained;
    gone = whenOver;
    response.drainHandler(ready -> emptied());
    response.exceptionHandler(broken -> over());
    response.closeHandler(closed -> over());
  }

  /** Writes a frame; whoever has a choice asks {@link #full} first. */
  void write(Bytes frame) {
    if (!over) {
      response.write(Buffer.buffer(frame.copy()));
      written();
    }
  }

  /** Writes what many get at once; not while it is {@link #full}. */
  void write(Portion portion) {
    if (socket == null || full() || !response.headWritten()) {
      portion.shown().forEach(shown -> write(shown.sse()));
    } else if (!over) {
      socket.write(portion.chunk());
      written();
    }
  }

  private void written() {
    lastWrite = System.nanoTime();
    if (fullSince == 0 && full()) {
      fullSince = lastWrite;
      waitUntilEmpty();
    }
  }

  /** The response tells of what it holds back itself, so only the socket is to be asked. */
  private void waitUntilEmpty() {
    if (socket != null && socket.full()) {
      socket.whenEmpty(this::emptied);
    }
  }

  private void emptied() {
    if (over || fullSince == 0) {
      return;
    }
    if (full()) {
      waitUntilEmpty();
    } else {
      fullSince = 0;
      drained.run();
    }
  }

  /** Whether the client is behind, so that writing would only pile up here. */
  boolean full() {
    return response.writeQueueFull() || (socket != null && socket.full());
  }

  /** How long nothing was written, in nanoseconds. */
  long silent(long now) {
    return now - lastWrite;
  }

  /** How long the client has taken nothing although something lies ready, in nanoseconds. */
  long stalled(long now) {
    return fullSince == 0 || !full() ? 0 : now - fullSince;
  }

  /** Ends the stream as it should end. */
  void end() {
    if (!over) {
      over();
      response.end();
    }
  }

  /**
   * Ends it for a client that takes nothing. Vert.x closes politely, after what lies ready; that
   * would wait for ever, so its channel is closed underneath.
   */
  void cut() {
    over();
    if (connection instanceof ConnectionBase base) {
      var closing = base.channelHandlerContext().close();
      closing.addListener(closed -> LOG.debug("A client that took nothing was cut"));
    }
  }

  private void over() {
    if (!over) {
      over = true;
      gone.run();
    }
  }
}
