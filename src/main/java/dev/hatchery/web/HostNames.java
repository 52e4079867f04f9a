package dev.hatchery.web;

import dev.hatchery.config.Http;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names by which a browser may call this server. A page that makes its own name point here (DNS
 * rebinding) still sends that name.
 */
final class HostNames {
  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");
  private static final List<Integer> USUAL_PORTS = List.of(80, 443);
  private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");

  private final Set<String> configured;

  HostNames(Http http) {
    this.configured =
        Stream.concat(http.hosts().stream(), Stream.of(literal(http.host())))
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
  }

  /** An address is no name that somebody could make point elsewhere. */
  private static String literal(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  /**
   * Whether this is one of ours.
   *
   * @param host as the request says it, with its port
   * @param port where we listen
   */
  boolean knows(String host, int port) {
    var name = host.toLowerCase(Locale.ROOT);
    var bare = PORT.matcher(name).replaceFirst("");
    return configured.contains(name)
        || configured.contains(bare)
        || (LOOPBACK.contains(bare)
            && (name.equals(bare) ? USUAL_PORTS.contains(port) : name.endsWith(":" + port)));
  }
}
