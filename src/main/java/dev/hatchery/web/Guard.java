package dev.hatchery.web;

import dev.hatchery.config.Config;
import dev.hatchery.config.Http;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides before everything else whether a request may come in: no page but our own, no name that
 * was made to point here, and nothing that changes or tells something may be sent by a stranger's
 * page in the user's browser.
 */
final class Guard implements Handler<RoutingContext> {
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

  private final Front front;
  private final HostNames hosts;
  private final Set<String> origins;

  Guard(Front front, Http http, Config.Cors cors) {
    this.front = front;
    this.hosts = new HostNames(http);
    this.origins = Set.copyOf(cors.origins());
  }

  @Override
  public void handle(RoutingContext ctx) {
    var request = ctx.request();
    var host = host(request);
    var origin = request.getHeader(HttpHeaders.ORIGIN);
    var invited = origin != null && origins.contains(origin);
    if (origin != null && !invited && !own(origin, host, front.secure(request))) {
      throw Refusal.foreign("foreign_origin", "Pages of other origins may not use this server.");
    }
    if (!invited && foreignSite(request) && guarded(request)) {
      throw Refusal.foreign("foreign_site", "Other sites may not use this server.");
    }
    if (!origins.isEmpty()) {
      ctx.response().putHeader(HttpHeaders.VARY, "Origin");
    }
    if (invited) {
      Cors.invite(ctx, origin);
    } else {
      ctx.next();
    }
  }

  private String host(HttpServerRequest request) {
    var named = front.hosts(request);
    if (named.size() != 1 || request.uri().isEmpty() || !request.uri().startsWith("/")) {
      throw Refusal.malformed("malformed_request", "A request names one host and a path.");
    }
    var host = named.getFirst();
    if (!hosts.knows(host, request.localAddress().port())) {
      throw Refusal.foreign(
          "foreign_host", "This server does not go by that name; http.hosts can add it.");
    }
    return host;
  }

  /** A page that came unencrypted is not ours where ours are encrypted. */
  private static boolean own(String origin, String host, boolean secure) {
    return origin.equalsIgnoreCase("https://" + host)
        || (!secure && origin.equalsIgnoreCase("http://" + host));
  }

  private static boolean foreignSite(HttpServerRequest request) {
    @Nullable String site = request.getHeader("Sec-Fetch-Site");
    return site != null && !OWN_SITE.contains(site);
  }

  private static boolean guarded(HttpServerRequest request) {
    return !SAFE.contains(request.method()) || request.path().startsWith("/api/");
  }
}
