package dev.hatchery.cluster;

import com.hazelcast.instance.EndpointQualifier;
import com.hazelcast.spi.MemberAddressProvider;
import dev.hatchery.config.Cluster;
import dev.hatchery.config.Endpoint;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Where this node's Hazelcast listens, where the others reach it, and where it reaches them.
 *
 * @param bound its own socket
 * @param told to the others
 * @param others each as {@code HOST:PORT}
 */
record Place(InetSocketAddress bound, InetSocketAddress told, List<String> others)
    implements MemberAddressProvider {

  /** Its own address, as it is. */
  static Place direct(Cluster settings) {
    var own = new InetSocketAddress(settings.own().address(), settings.port());
    return new Place(own, own, settings.join().stream().map(Endpoint::toString).toList());
  }

  @Override
  public InetSocketAddress getBindAddress() {
    return bound;
  }

  @Override
  public InetSocketAddress getBindAddress(EndpointQualifier qualifier) {
    return bound;
  }

  @Override
  public InetSocketAddress getPublicAddress() {
    return told;
  }

  @Override
  public InetSocketAddress getPublicAddress(EndpointQualifier qualifier) {
    return told;
  }
}
