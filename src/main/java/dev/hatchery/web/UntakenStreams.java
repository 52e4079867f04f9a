package dev.hatchery.web;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;
import io.netty.handler.codec.http2.Http2RemoteFlowController;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The streams of an HTTP/2 connection of which its client takes nothing. It grants how much may be
 * sent of each and of all together (RFC 9113, section 5.2), and the rest waits here. Belongs to the
 * channel's event loop.
 */
final class UntakenStreams {
  private static final Logger LOG = LoggerFactory.getLogger(UntakenStreams.class);

  private final ChannelHandlerContext ctx;
  private final Http2ConnectionHandler http2;
  private final Http2RemoteFlowController flow;

  /** Since when each waits for its client to grant more, by {@link System#nanoTime}. */
  private final Map<Integer, Long> since = new HashMap<>();

  private UntakenStreams(ChannelHandlerContext ctx, Http2ConnectionHandler http2) {
    this.ctx = ctx;
    this.http2 = http2;
    this.flow = http2.encoder().flowController();
    var decoder = http2.decoder();
    decoder.frameListener(
        new Http2FrameListenerDecorator(decoder.frameListener()) {
          @Override
          public void onWindowUpdateRead(ChannelHandlerContext from, int stream, int more)
              throws Http2Exception {
            granted(stream);
            super.onWindowUpdateRead(from, stream, more);
          }
        });
  }

  /** Those of this channel, or null where it has none because it speaks HTTP/1.1. */
  static @Nullable UntakenStreams of(Channel channel) {
    var http2 = channel.pipeline().get(Http2ConnectionHandler.class);
    return http2 == null
        ? null
        : new UntakenStreams(channel.pipeline().context(Http2ConnectionHandler.class), http2);
  }

  private void granted(int stream) {
    if (stream == Http2CodecUtil.CONNECTION_STREAM_ID) {
      // What is granted to all together helps none that may send nothing by itself.
      since.keySet().removeIf(this::maySend);
    } else {
      since.remove(stream);
    }
  }

  private boolean maySend(int id) {
    var stream = http2.connection().stream(id);
    return stream == null || flow.windowSize(stream) > 0;
  }

  /** Ends those of which nothing was taken for so long, and none beside them. */
  void look(long now, Duration most) {
    var waiting = waiting();
    since.keySet().retainAll(waiting);
    for (var stream : waiting) {
      if (now - since.computeIfAbsent(stream, first -> now) > most.toNanos()) {
        cut(stream);
      }
    }
  }

  private void cut(int stream) {
    var cut =
        http2.encoder().writeRstStream(ctx, stream, Http2Error.CANCEL.code(), ctx.newPromise());
    ctx.flush();
    cut.addListener(done -> LOG.debug("A stream of which nothing was taken was cut"));
  }

  private Set<Integer> waiting() {
    var waiting = new HashSet<Integer>();
    var all = flow.windowSize(http2.connection().connectionStream());
    try {
      http2
          .connection()
          .forEachActiveStream(
              stream -> {
                if (flow.hasFlowControlled(stream) && Math.min(all, flow.windowSize(stream)) <= 0) {
                  waiting.add(stream.id());
                }
                return true;
              });
    } catch (Http2Exception e) {
      throw new IllegalStateException("Looking at a stream does not fail", e);
    }
    return waiting;
  }
}
