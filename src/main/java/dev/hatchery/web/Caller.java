package dev.hatchery.web;

import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Principal;
import io.vertx.ext.web.RoutingContext;

/** Who is asking, as {@link Authentication} found out. */
final class Caller {
  private static final String KEY = Caller.class.getName();

  private Caller() {}

  /** Whoever asks is this one. */
  static void is(RoutingContext ctx, Principal principal) {
    ctx.put(KEY, principal);
  }

  /**
   * Who asks, and how far they may go; whoever keeps a connection open also asks {@link
   * Attendance}.
   *
   * @throws Refusal when nobody was asked to show anything
   */
  static Principal principal(RoutingContext ctx) {
    Principal principal = ctx.get(KEY);
    if (principal == null) {
      throw Refusal.unknown();
    }
    return principal;
  }

  /** Whose runs and companions this request may see. */
  static Owner of(RoutingContext ctx) {
    return principal(ctx).owner();
  }

  /**
   * Whose runs and companions this request may change; for the ways that do so by looking, since
   * all others are refused before.
   *
   * @throws Refusal when it may only look
   */
  static Owner changing(RoutingContext ctx) {
    var principal = principal(ctx);
    if (principal.readOnly()) {
      throw Refusal.readOnly();
    }
    return principal.owner();
  }
}
