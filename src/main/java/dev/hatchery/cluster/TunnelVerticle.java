package dev.hatchery.cluster;

import dev.hatchery.config.Cluster;
import dev.hatchery.config.ConfigException;
import dev.hatchery.config.Endpoint;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Carries what the nodes' Hazelcasts say to each other, which cannot encrypt it themselves, between
 * the machines: each listens on loopback, and to reach another one calls it there as well.
 */
final class TunnelVerticle extends VerticleBase {
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Cluster settings;
  private final Credentials credentials;
  private final List<Endpoint> others;

  TunnelVerticle(Cluster settings, Credentials credentials) {
    this.settings = settings;
    this.credentials = credentials;
    this.others =
        settings.join().stream().filter(node -> !node.equals(settings.own())).distinct().toList();
  }

  /** Where Hazelcast finds itself and the others. */
  Place place() {
    return new Place(
        VirtualAddress.bound(settings.own()),
        VirtualAddress.told(settings.own()),
        others.stream()
            .map(VirtualAddress::told)
            .map(address -> address.getHostString() + ":" + address.getPort())
            .toList());
  }

  @Override
  public Future<?> start() {
    checkAddresses();
    var client = vertx.createNetClient(credentials.client());
    var doors = others.stream().map(peer -> new Door(vertx, client, settings.own(), peer)).toList();
    vertx.setPeriodic(LOOK.toMillis(), look -> doors.forEach(Door::tryToOpen));
    return new Gate(vertx, settings, credentials)
        .open()
        .recover(failure -> Future.failedFuture(inWords(failure)))
        .compose(open -> Future.all(doors.stream().map(Door::tryToOpen).toList()));
  }

  private void checkAddresses() {
    var addresses =
        Stream.concat(
                Stream.of(VirtualAddress.bound(settings.own())),
                others.stream().map(VirtualAddress::told))
            .toList();
    addresses.forEach(VirtualAddress::check);
    if (addresses.stream().map(InetSocketAddress::getAddress).distinct().count()
        < addresses.size()) {
      throw new ConfigException(
          "two nodes in cluster.join happen to have the same address on loopback; give one of them"
              + " another port");
    }
  }

  private static Throwable inWords(Throwable failure) {
    return failure instanceof SocketException
        ? failure
        : new ConfigException(
            "cluster.tls cannot be used, none of its files may be missing or wrong: "
                + failure.getMessage());
  }
}
