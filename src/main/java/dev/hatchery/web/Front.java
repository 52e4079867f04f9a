package dev.hatchery.web;

import dev.hatchery.config.Http;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a request came in, also when it came through the one proxy that is trusted: anybody else may
 * write {@code X-Forwarded-…} as they please, and is not believed.
 */
final class Front {
  private final @Nullable InetAddress proxy;

  Front(Http http) {
    this.proxy = http.trustedProxy().isEmpty() ? null : address(http.trustedProxy());
  }

  /** The hosts that the request names; well-formed requests name one. */
  List<String> hosts(HttpServerRequest request) {
    var forwarded = forwarded(request, "X-Forwarded-Host");
    if (!forwarded.isEmpty()) {
      return forwarded;
    }
    // HTTP/2 has the host in a field of its own.
    if (request.version() == HttpVersion.HTTP_2 && request.authority() != null) {
      return List.of(request.authority().toString());
    }
    return request.headers().getAll(HttpHeaders.HOST);
  }

  /** Whether the browser's connection is encrypted. */
  boolean secure(HttpServerRequest request) {
    var forwarded = forwarded(request, "X-Forwarded-Proto");
    return request.isSSL()
        || (!forwarded.isEmpty() && forwarded.getLast().strip().equalsIgnoreCase("https"));
  }

  /** The address that the request came from. */
  String address(HttpServerRequest request) {
    var forwarded = forwarded(request, "X-Forwarded-For");
    // What stands last was written by the proxy, the rest by whoever.
    return forwarded.isEmpty()
        ? request.remoteAddress().hostAddress()
        : forwarded.getLast().replaceAll(".*,", "").strip();
  }

  private List<String> forwarded(HttpServerRequest request, String header) {
    return proxy != null && proxy.equals(address(request.remoteAddress().hostAddress()))
        ? request.headers().getAll(header)
        : List.of();
  }

  /** Of the digits of an address; nobody is asked for a name. */
  private static InetAddress address(String digits) {
    try {
      return InetAddress.getByName(digits);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(digits + " is no address", e);
    }
  }
}
