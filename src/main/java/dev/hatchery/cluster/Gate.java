package dev.hatchery.cluster;

import dev.hatchery.config.Cluster;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.InetSocketAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where connections of other nodes arrive, on the address of this machine. Whoever has proved that
 * it is a node, and is named in the settings, is let through to this node's Hazelcast.
 */
final class Gate {
  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

  private final Vertx vertx;
  private final Cluster settings;
  private final NetServer server;
  private final NetClient inner;
  private final InetSocketAddress hazelcast;
  private String lastRefusal = "";

  Gate(Vertx vertx, Cluster settings, Credentials credentials) {
    this.vertx = vertx;
    this.settings = settings;
    this.server = vertx.createNetServer(credentials.server());
    this.inner = vertx.createNetClient();
    this.hazelcast = VirtualAddress.bound(settings.own());
  }

  Future<?> open() {
    return server
        .exceptionHandler(this::refused)
        .connectHandler(this::arrived)
        .listen(settings.port(), settings.own().address());
  }

  /** Whoever tries again and again is told of once. */
  private void refused(Throwable reason) {
    var kind = reason.getClass().getSimpleName();
    if (!kind.equals(lastRefusal)) {
      lastRefusal = kind;
      LOG.warn("Somebody at cluster.port did not prove to be a node, and was refused ({})", kind);
    }
  }

  private void arrived(NetSocket socket) {
    var caller = new TunnelSocket(vertx, socket);
    caller
        .line()
        .onSuccess(line -> greeted(caller, line))
        .onFailure(e -> LOG.debug("{} is sent away", socket.remoteAddress(), e))
        .onFailure(e -> caller.close());
  }

  private void greeted(TunnelSocket caller, String line) {
    var greeting = Greeting.read(line);
    if (greeting.isEmpty()) {
      caller.close();
    } else if (!settings.join().contains(greeting.get().from())) {
      LOG.warn("{} would join, but is not named in cluster.join here", greeting.get().from());
      caller.say(Greeting.UNKNOWN);
      caller.end();
    } else {
      caller.say(Greeting.WELCOME);
      letIn(caller, greeting.get());
    }
  }

  private void letIn(TunnelSocket caller, Greeting greeting) {
    if (greeting.enters()) {
      inner
          .connect(hazelcast.getPort(), hazelcast.getHostString())
          .onSuccess(caller::carry)
          .onFailure(notYet -> caller.close());
    } else {
      caller.end();
    }
  }
}
