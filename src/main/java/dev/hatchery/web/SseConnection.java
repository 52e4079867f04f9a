package dev.hatchery.web;

import dev.hatchery.protocol.Bytes;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where frames become bytes on a socket. */
final class SseConnection {
  private static final Logger LOG = LoggerFactory.getLogger(SseConnection.class);

  private final HttpConnection connection;
  private final HttpServerResponse response;
  private Runnable gone = () -> {};
  private boolean over;
  private long lastWrite = System.nanoTime();
  private long fullSince;

  /** Opens the stream that answers this request. */
  SseConnection(HttpServerRequest request) {
    this.connection = request.connection();
    this.response = headers(request.response());
    response.setChunked(true);
  }

  /** What says that a stream follows. */
  static HttpServerResponse headers(HttpServerResponse response) {
    return response
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream; charset=utf-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader("X-Accel-Buffering", "no");
  }

  /** Tells what to do when the socket takes more, and, once, when the stream is over. */
  void on(Runnable drained, Runnable whenOver) {
    gone = whenOver;
    response.drainHandler(
        ready -> {
          fullSince = 0;
          drained.run();
        });
    response.exceptionHandler(broken -> over());
    response.closeHandler(closed -> over());
  }

  /** Writes a frame; whoever has a choice asks {@link #full} first. */
  void write(Bytes frame) {
    if (!over) {
      response.write(Buffer.buffer(frame.copy()));
      lastWrite = System.nanoTime();
      if (fullSince == 0 && response.writeQueueFull()) {
        fullSince = lastWrite;
      }
    }
  }

  /** Whether the client is behind, so that writing would only pile up here. */
  boolean full() {
    return response.writeQueueFull();
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
