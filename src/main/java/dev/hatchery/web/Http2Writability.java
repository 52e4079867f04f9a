package dev.hatchery.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2RemoteFlowController;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Has the streams of an HTTP/2 connection looked at anew whenever the connection takes more.
 *
 * <p>What waits to be encrypted counts against the connection at once, while the news that it takes
 * no more, and more again, comes later (Netty's {@code SslHandler}). A stream that is opened in
 * between is marked as one that may not write; by the time of the news nothing seems to have
 * changed, so nobody would ever mark it otherwise and its answer would never leave.
 */
final class Http2Writability extends ChannelInboundHandlerAdapter {
  private final Http2RemoteFlowController flow;

  private Http2Writability(Http2RemoteFlowController flow) {
    this.flow = flow;
  }

  /** Looks after the streams of this connection, where it has several. */
  static void watch(HttpConnection connection) {
    if (connection instanceof ConnectionBase base) {
      var pipeline = base.channel().pipeline();
      var http2 = pipeline.get(Http2ConnectionHandler.class);
      if (http2 != null) {
        pipeline.addLast(new Http2Writability(http2.encoder().flowController()));
      }
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) throws Exception {
    if (ctx.channel().isWritable()) {
      // The same window as before; that it is set has every stream compared with its mark.
      flow.initialWindowSize(flow.initialWindowSize());
    }
    super.channelWritabilityChanged(ctx);
  }
}
