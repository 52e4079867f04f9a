package dev.hatchery.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import dev.hatchery.bus.Bus;
import dev.hatchery.config.Cluster;
import dev.hatchery.config.ConfigException;
import dev.hatchery.config.DatabaseUrl;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Leasing;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.spi.cluster.NodeListener;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This node as one of several: it knows who else is there, and its event bus reaches them. */
public final class Membership {
  private static final Logger LOG = LoggerFactory.getLogger(Membership.class);
  private static final Duration CONNECT_MOST = Duration.ofSeconds(2);

  private final HazelcastClusterManager manager;
  private final Vertx vertx;
  private final Tunnel tunnel;

  private Membership(HazelcastClusterManager manager, Vertx vertx, Tunnel tunnel) {
    this.manager = manager;
    this.vertx = vertx;
    this.tunnel = tunnel;
  }

  /**
   * Joins those that are there and share the database, or is the first.
   *
   * @throws ConfigException with a sentence, when something is in the way
   */
  public static Membership join(Cluster settings, DatabaseUrl database) {
    try {
      var tunnel = Tunnel.of(settings);
      return join(settings, database, tunnel);
    } catch (Exception e) {
      // What fails asynchronously is thrown as it is, checked or not.
      throw failure(settings, e);
    }
  }

  private static Membership join(Cluster settings, DatabaseUrl database, Tunnel tunnel) {
    var manager =
        new HazelcastClusterManager(
            HazelcastSettings.of(settings.node(), tunnel.place(), database));
    try {
      var vertx =
          Vertx.builder()
              .with(new VertxOptions().setEventBusOptions(bus(settings)))
              .withClusterManager(manager)
              .buildClustered()
              .await();
      return new Membership(manager, vertx, tunnel);
    } catch (Exception e) {
      tunnel.close().await();
      throw e;
    }
  }

  private static EventBusOptions bus(Cluster settings) {
    var host = settings.own().address();
    var options =
        new EventBusOptions()
            .setHost(host)
            .setPort(settings.busPort())
            .setClusterPublicHost(host)
            .setClusterPublicPort(settings.busPort())
            .setConnectTimeout(Math.toIntExact(CONNECT_MOST.toMillis()));
    return settings.tls().on() ? new Credentials(settings.tls()).bus(options) : options;
  }

  private static RuntimeException failure(Cluster settings, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConfigException known) {
        return known;
      }
      if (cause instanceof SocketException known) {
        return new ConfigException(
            "cannot be reached by other nodes on the ports %d and %d of %s (%s); choose others with"
                    .formatted(
                        settings.port(),
                        settings.busPort(),
                        settings.host(),
                        Objects.toString(known.getMessage()))
                + " --cluster-port, or another cluster.host");
      }
    }
    return new IllegalStateException("cannot join the other nodes", failure);
  }

  /** The engine whose event bus reaches the others. */
  public Vertx vertx() {
    return vertx;
  }

  /** The names of all nodes that are seen, this one among them, in order. */
  public List<String> present() {
    return hazelcast().getCluster().getMembers().stream().map(Membership::name).sorted().toList();
  }

  /** Tells this node who is there, now and whenever another has come or left. */
  public void tell(Bus bus) {
    var context = vertx.getOrCreateContext();
    context.runOnContext(go -> changed(bus));
    manager.nodeListener(
        // It is called on a thread of Hazelcast, which holds a lock meanwhile.
        new NodeListener() {
          @Override
          public void nodeAdded(String id) {
            context.runOnContext(go -> changed(bus));
          }

          @Override
          public void nodeLeft(String id) {
            context.runOnContext(go -> changed(bus));
          }
        });
  }

  private void changed(Bus bus) {
    if (manager.isActive()) {
      var present = present();
      LOG.info("The nodes that see each other are now {}", present);
      bus.present(present);
      bus.announce(Addresses.PRESENT, new Leasing.Present(present));
    }
  }

  HazelcastInstance hazelcast() {
    return manager.getHazelcastInstance();
  }

  /** Leaves the others and ends the engine. */
  public Future<Void> leave() {
    return vertx.close().eventually(tunnel::close);
  }

  private static String name(Member member) {
    return Objects.toString(member.getAttribute(HazelcastSettings.NODE), "");
  }
}
