package dev.hatchery.web;

import dev.hatchery.protocol.Bytes;
import dev.hatchery.stream.Portion;
import dev.hatchery.stream.Shown;
import dev.hatchery.stream.SseFrame;
import dev.hatchery.stream.Way;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where frames become bytes on a socket. */
final class SseConnection implements Connection {
  private static final long RETRY_LEAST = 500;
  private static final long RETRY_MOST = 1500;

  /**
   * Whoever finds the next door closed waits as long again, and is to be back within ten seconds.
   */
  private static final long FAREWELL_MOST = 2000;

  private static final Logger LOG = LoggerFactory.getLogger(SseConnection.class);

  private final HttpConnection connection;
  private final HttpServerResponse response;
  private final MultiMap asked;
  private final @Nullable ChunkSocket socket;

  /** The same once the head of the response is on its way. */
  private @Nullable ChunkSocket straight;

  private Runnable drained = () -> {};
  private Runnable gone = () -> {};
  private boolean over;
  private long lastWrite = System.nanoTime();
  private long fullSince;

  /** Opens the stream that answers this request. */
  SseConnection(HttpServerRequest request) {
    this.connection = request.connection();
    this.asked = request.headers();
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

  @Override
  public void on(Runnable whenDrained, Runnable whenOver) {
    drained = whenDrained;
    gone = whenOver;
    response.drainHandler(ready -> emptied());
    response.exceptionHandler(broken -> leave());
    response.closeHandler(closed -> leave());
    if (over) {
      whenOver.run();
    }
  }

  @Override
  public Way way() {
    return Way.SSE;
  }

  @Override
  public boolean over() {
    return over || response.closed();
  }

  @Override
  public void greet() {
    askBackWithin(RETRY_MOST);
    forgetHeaders();
  }

  /** All of them lose it, and not only the few whose network broke. */
  @Override
  public void takeLeave() {
    askBackWithin(FAREWELL_MOST);
  }

  /** Clients that lost a server together should not come back in the same moment. */
  private void askBackWithin(long most) {
    write(SseFrame.retry(ThreadLocalRandom.current().nextLong(RETRY_LEAST, most)));
  }

  /**
   * Those of HTTP/1.1 are on their way once the first bytes are, and a stream may stay for days.
   * From now on chunks may follow.
   */
  private void forgetHeaders() {
    if (socket != null && response.headWritten()) {
      response.headers().clear();
      asked.clear();
      straight = socket;
    }
  }

  @Override
  public void write(Shown shown) {
    write(shown.sse());
  }

  @Override
  public void say(String type, Object data) {
    write(SseFrame.unnumbered(type, Answer.json(data).toString()));
  }

  private void write(Bytes frames) {
    if (!over) {
      response.write(Buffer.buffer(frames.copy()));
      written(full());
    }
  }

  @Override
  public void write(Portion portion) {
    if (straight == null) {
      write(portion.bytes());
    } else if (!over) {
      straight.write(portion.chunk());
      written(straight.full());
    }
  }

  @Override
  public void catchUp(Portion portion) {
    if (full()) {
      write(portion.bytes());
    } else {
      write(portion);
    }
  }

  private void written(boolean full) {
    lastWrite = System.nanoTime();
    if (full && fullSince == 0) {
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

  @Override
  public boolean full() {
    return response.writeQueueFull() || (socket != null && socket.full());
  }

  @Override
  public long silent(long now) {
    return now - lastWrite;
  }

  @Override
  public long stalled(long now) {
    return fullSince == 0 || !full() ? 0 : now - fullSince;
  }

  @Override
  public void end() {
    if (!over) {
      leave();
      response.end();
    }
  }

  @Override
  public void fail() {
    end();
  }

  @Override
  public void dismiss() {
    end();
  }

  /**
   * Ends it for a client that takes nothing. Vert.x closes politely, after what lies ready; that
   * would wait for ever, so its channel is closed underneath. One of HTTP/2 carries others, which
   * may well be read.
   */
  @Override
  public void cut() {
    leave();
    if (response.streamId() > 0) {
      response.reset();
    } else if (connection instanceof ConnectionBase base) {
      var closing = base.channelHandlerContext().close();
      closing.addListener(closed -> LOG.debug("A client that took nothing was cut"));
    }
  }

  private void leave() {
    if (!over) {
      over = true;
      gone.run();
    }
  }
}
