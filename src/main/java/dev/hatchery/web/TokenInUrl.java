package dev.hatchery.web;

import dev.hatchery.protocol.Credential;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Addresses end up in logs, histories and other people's screens, so no token may stand in one. */
final class TokenInUrl {
  private static final List<String> NAMES = List.of("token", "access_token", "hatchery_token");

  private TokenInUrl() {}

  /** As a handler before all routes, also where nobody has to show anything. */
  static void refuse(RoutingContext ctx) {
    var uri = ctx.request().uri();
    if (uri.indexOf('?') < 0 && !Credential.leaksIn(uri)) {
      ctx.next();
      return;
    }
    var named = NAMES.stream().filter(ctx.queryParams()::contains).findFirst();
    if (named.isPresent() || Credential.leaksIn(uri)) {
      throw Refusal.malformed(
          "token_in_url",
          named.orElse("token"),
          "A token never stands in an address, where others may read it. Send it as"
              + " \"Authorization: Bearer …\"; what can send no header asks POST /api/tickets.");
    }
    ctx.next();
  }
}
