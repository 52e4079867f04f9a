package dev.hatchery.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names by which a browser may call this server. A page that makes its own name point here (DNS
 * rebinding) still sends that name.
 */
final class HostNames {
  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");
  private static final int HTTP = 80;

  private final Set<String> configured;

  HostNames(List<String> configured) {
    this.configured =
        configured.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  /**
   * Whether this is one of ours.
   *
   * @param host as the request says it, with its port
   * @param port where we listen
   */
  boolean knows(String host, int port) {
    var name = host.toLowerCase(Locale.ROOT);
    return configured.contains(name)
        || configured.contains(withoutPort(name))
        || LOOPBACK.stream()
            .anyMatch(
                ours -> name.equals(ours + ":" + port) || (port == HTTP && name.equals(ours)));
  }

  private static String withoutPort(String name) {
    return name.replaceFirst(":[0-9]{1,5}$", "");
  }
}
