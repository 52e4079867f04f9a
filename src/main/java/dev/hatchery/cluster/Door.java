package dev.hatchery.cluster;

import dev.hatchery.config.ConfigException;
import dev.hatchery.config.Endpoint;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.InetSocketAddress;
import java.util.Objects;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Another node, as Hazelcast finds it on this machine: under a virtual address, which is open only
 * while that node can be reached, so that Hazelcast sees at once whether it is there.
 */
final class Door {
  private static final Logger LOG = LoggerFactory.getLogger(Door.class);

  private final Vertx vertx;
  private final NetClient client;
  private final Endpoint own;
  private final Endpoint peer;
  private final InetSocketAddress address;
  private @Nullable NetServer open;
  private boolean busy;
  private String complaint = "";

  Door(Vertx vertx, NetClient client, Endpoint own, Endpoint peer) {
    this.vertx = vertx;
    this.client = client;
    this.own = own;
    this.peer = peer;
    this.address = VirtualAddress.told(peer);
  }

  /** Opens it if the node is there; fails only where that one does not know us. */
  Future<Void> tryToOpen() {
    if (open != null || busy) {
      return Future.succeededFuture();
    }
    busy = true;
    return call(false).compose(this::knocked, this::absent).onComplete(done -> busy = false);
  }

  private Future<Void> knocked(TunnelSocket socket) {
    socket.close();
    complaint = "";
    var server = vertx.createNetServer().connectHandler(this::entered);
    // Another node of this machine may have opened it already, and then it leads there, too.
    return server
        .listen(address.getPort(), address.getHostString())
        .onSuccess(listening -> open = listening)
        .<Void>mapEmpty()
        .otherwiseEmpty();
  }

  private Future<Void> absent(Throwable reason) {
    if (reason instanceof ConfigException unknown) {
      complain(Objects.toString(unknown.getMessage()));
      return Future.failedFuture(unknown);
    }
    if (reason instanceof SSLException) {
      complain("there is no tunnel to %s: %s".formatted(peer, reason.getMessage()));
    }
    return Future.succeededFuture();
  }

  private void complain(String sentence) {
    if (!complaint.equals(sentence)) {
      complaint = sentence;
      LOG.warn(sentence);
    }
  }

  private void entered(NetSocket inner) {
    inner.pause();
    call(true)
        .onSuccess(socket -> socket.carry(inner))
        .onFailure(gone -> inner.close())
        .onFailure(gone -> close());
  }

  private void close() {
    if (open != null) {
      open.close();
      open = null;
    }
  }

  private Future<TunnelSocket> call(boolean enters) {
    return client
        .connect(peer.port(), peer.address())
        .map(socket -> new TunnelSocket(vertx, socket))
        .compose(socket -> greet(socket, new Greeting(enters, own)));
  }

  private Future<TunnelSocket> greet(TunnelSocket socket, Greeting greeting) {
    socket.say(greeting.toString());
    return socket
        .line()
        .compose(
            answer ->
                answer.equals(Greeting.WELCOME)
                    ? Future.succeededFuture(socket)
                    : Future.failedFuture(unknown()))
        .onFailure(refused -> socket.close());
  }

  private ConfigException unknown() {
    return new ConfigException(
        "%s does not know this node: with cluster.tls every node's cluster.join names all of them,"
                .formatted(peer)
            + " and there %s is missing".formatted(own));
  }
}
