package dev.hatchery.config;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How this node and others are one Hatchery.
 *
 * @param enabled whether there are others at all
 * @param node its name, which no other has and which it keeps when it starts anew
 * @param host the address of this machine by which the others reach it
 * @param port where the nodes find each other
 * @param busPort where their messages arrive; 0 is 100 above {@code port}
 * @param join the nodes; with TLS all of them
 * @param grace how long what is under way may take to end when it is told to stop
 */
public record Cluster(
    boolean enabled,
    String node,
    String host,
    int port,
    int busPort,
    List<Endpoint> join,
    Duration grace,
    MutualTls tls) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final Set<String> EVERYWHERE = Set.of("", "0.0.0.0", "::", "[::]", "*");
  private static final int BUS_ABOVE = 100;

  public Cluster {
    join = List.copyOf(join);
    busPort = busPort == 0 ? port + BUS_ABOVE : busPort;
    Check.that(Endpoint.isPort(port), "cluster.port must be 1 to 65535, was %s", port);
    Check.that(
        Endpoint.isPort(busPort) && busPort != port,
        "cluster.busPort must be 1 to 65535 and not cluster.port, was %s",
        busPort);
    Check.notNegative("cluster.grace", grace);
    if (enabled) {
      Check.that(
          NAME.matcher(node).matches(),
          "cluster.node must be a name of a-z, 0-9 and -, was \"%s\"; say it with --node",
          node);
      checkReach(host, join, tls);
      Check.that(
          !tls.on() || join.contains(new Endpoint(host, port)),
          "cluster.join must name all nodes when there is cluster.tls, this one too, and in the"
              + " same words everywhere; %s:%s is missing",
          host,
          port);
    }
  }

  /** Where the others find this node. */
  public Endpoint own() {
    return new Endpoint(host, port);
  }

  private static void checkReach(String host, List<Endpoint> join, MutualTls tls) {
    Check.that(
        !EVERYWHERE.contains(host),
        "cluster.host is \"%s\", but must be one address of this machine, by which the other nodes"
            + " reach it",
        host);
    Check.that(
        tls.on() || Http.loopback(host),
        "cluster.host is %s: among several machines anybody could join and listen; make a"
            + " certificate for each node and set cluster.tls.certificate, cluster.tls.key and"
            + " cluster.tls.authority, or stay on 127.0.0.1",
        host);
    for (var other : join) {
      Check.that(
          tls.on() || Http.loopback(other.address()),
          "cluster.join has %s, which is not on this machine; that needs cluster.tls, and"
              + " cluster.host by which it can reach this node",
          other);
    }
  }

  /**
   * With what nodes prove to each other who they are; all are files in PEM, or all are empty.
   *
   * @param certificate of this node, for the name or address in {@code cluster.host}
   * @param key its private key
   * @param authority the certificate of whoever vouches for all nodes, and for nobody else
   */
  public record MutualTls(String certificate, String key, String authority) {
    public MutualTls {
      Check.that(
          certificate.isBlank() == key.isBlank() && key.isBlank() == authority.isBlank(),
          "cluster.tls needs certificate, key and authority, or none of them");
    }

    /** Whether nodes prove anything. */
    public boolean on() {
      return !certificate.isBlank();
    }
  }
}
