package dev.hatchery.config;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Where it listens.
 *
 * @param host an address of this machine
 * @param port 0 picks a free one
 * @param hosts names by which browsers may call it besides those of loopback
 * @param tls with what connections are encrypted
 * @param trustedProxy the address of a proxy whose {@code X-Forwarded-…} are believed, or empty
 */
public record Http(String host, int port, List<String> hosts, Tls tls, String trustedProxy) {
  private static final int PORT_MOST = 65535;
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|::1|127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");
  private static final Pattern ADDRESS =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

  public Http {
    hosts = List.copyOf(hosts);
    Check.that(port >= 0 && port <= PORT_MOST, "http.port must be 0 to 65535, was %s", port);
    Check.that(
        trustedProxy.isEmpty() || ADDRESS.matcher(trustedProxy).matches(),
        "http.trustedProxy must be an address such as 127.0.0.1, was %s",
        trustedProxy);
    Check.that(
        loopback(host) || tls.on() || !trustedProxy.isEmpty(),
        "http.host is %s: to be reached from elsewhere Hatchery needs http.tls.certificate and"
            + " http.tls.key, or http.trustedProxy, and users (hatchery token create NAME)",
        host);
  }

  /** Whether anybody beyond this machine may reach it, themselves or through the proxy. */
  public boolean wide() {
    return !loopback(host) || !trustedProxy.isEmpty();
  }

  static boolean loopback(String host) {
    return LOOPBACK.matcher(host).matches();
  }
}
