package dev.hatchery.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * The event-bus bridge: the messages of Vert.x' clients over a WebSocket, plain or as SockJS frames
 * it. There is no other transport, so none has to be guarded.
 */
final class BridgeRoutes implements Routes {
  private final Sockets sockets;
  private final Streams streams;
  private final BridgeAddresses addresses;
  private final Commands commands;

  BridgeRoutes(Sockets sockets, Streams streams, BridgeAddresses addresses, Commands commands) {
    this.sockets = sockets;
    this.streams = streams;
    this.addresses = addresses;
    this.commands = commands;
  }

  @Override
  public void addTo(Router router) {
    router.get("/eventbus/websocket").handler(ctx -> open(ctx, BridgeFraming.PLAIN));
    router
        .get("/eventbus/:server/:session/websocket")
        .handler(ctx -> open(ctx, BridgeFraming.SOCKJS));
  }

  private void open(RoutingContext ctx, BridgeFraming framing) {
    streams.requireRoom();
    var principal = Caller.principal(ctx);
    sockets
        .open(ctx)
        .onSuccess(
            socket ->
                new BridgeClient(
                        new BridgeSocket(socket, framing), principal, streams, addresses, commands)
                    .begin())
        .onFailure(ctx::fail);
  }
}
