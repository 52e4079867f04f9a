package dev.hatchery.mission.tool.web;

import io.vertx.core.http.RequestOptions;
import java.net.URI;

/** Requests to addresses of the settings, which may be anywhere. */
public final class Addressed {
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  private Addressed() {}

  /** A request to {@code address}, which is http or https. */
  public static RequestOptions to(URI address) {
    var secure = "https".equalsIgnoreCase(address.getScheme());
    var path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    return new RequestOptions()
        .setHost(address.getHost())
        .setPort(address.getPort() >= 0 ? address.getPort() : secure ? HTTPS : HTTP)
        .setSsl(secure)
        .setURI(path + query);
  }
}
