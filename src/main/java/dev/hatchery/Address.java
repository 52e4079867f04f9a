package dev.hatchery;

import dev.hatchery.config.Http;
import java.net.URI;
import java.util.Set;

/** Where programs on this machine reach a server. */
final class Address {
  private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "0:0:0:0:0:0:0:0");

  private Address() {}

  /** By a name that its certificate may be for, where it has one. */
  static URI of(Http http, int port) {
    var scheme = http.tls().on() ? "https" : "http";
    var host = http.tls().on() && !http.hosts().isEmpty() ? http.hosts().getFirst() : host(http);
    return URI.create("%s://%s:%d".formatted(scheme, host, port));
  }

  private static String host(Http http) {
    if (EVERYWHERE.contains(http.host())) {
      return "127.0.0.1";
    }
    return http.host().contains(":") ? "[" + http.host() + "]" : http.host();
  }
}
