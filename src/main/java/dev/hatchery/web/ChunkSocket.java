package dev.hatchery.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import org.jspecify.annotations.Nullable;

/**
 * The socket below a chunked response of plain HTTP/1.1. A chunk that many share is written
 * straight to the channel: what stands between would frame and look at it again for every client,
 * which costs more than half of a delivery. Belongs to the channel's event loop.
 */
final class ChunkSocket {
  private final Channel channel;

  private ChunkSocket(Channel channel) {
    this.channel = channel;
  }

  /** The one below this request, or null where bytes are encrypted or framed in another way. */
  static @Nullable ChunkSocket below(HttpServerRequest request) {
    return request.version() == HttpVersion.HTTP_1_1
            && !request.isSSL()
            && request.connection() instanceof ConnectionBase base
        ? new ChunkSocket(base.channel())
        : null;
  }

  /** Whether what was written lies here still, so that more would only pile up. */
  boolean full() {
    return !channel.isWritable();
  }

  /** Writes a whole chunk; to be called only after the head of the response, and not while full. */
  void write(ByteBuf chunk) {
    var unsafe = channel.unsafe();
    // Without one the channel is closed, and its stream hears of that by itself.
    if (unsafe.outboundBuffer() != null) {
      unsafe.write(chunk.retainedDuplicate(), channel.voidPromise());
      unsafe.flush();
    }
  }

  /** Runs once when all that was written until now has left; never when the channel closes. */
  void whenEmpty(Runnable empty) {
    var unsafe = channel.unsafe();
    if (unsafe.outboundBuffer() != null) {
      var promise = channel.newPromise();
      promise.addListener(
          left -> {
            if (left.isSuccess()) {
              empty.run();
            }
          });
      unsafe.write(Unpooled.EMPTY_BUFFER, promise);
      unsafe.flush();
    }
  }
}
