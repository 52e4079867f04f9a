package dev.hatchery.web;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Access;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Principal;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who I am, and signing out. */
final class SessionRoutes implements Routes {
  private static final int NO_CONTENT = 204;

  private final Bus bus;
  private final Gate gate;
  private final Cookies cookies;

  SessionRoutes(Bus bus, Gate gate, Cookies cookies) {
    this.bus = bus;
    this.gate = gate;
    this.cookies = cookies;
  }

  /**
   * How clients read it.
   *
   * @param user whose everything is that is seen; null for the visitor of a link
   * @param run all that a visitor may see, else null
   * @param users whether there are users at all, so that signing out means something
   */
  record Me(@Nullable String user, boolean readOnly, @Nullable String run, boolean users) {
    static Me of(Principal principal, boolean users) {
      var scope = principal.scope();
      return new Me(
          scope == null ? principal.owner().name() : null,
          principal.readOnly(),
          scope == null ? null : scope.run().value(),
          users);
    }
  }

  @Override
  public void addTo(Router router) {
    Routes.json(
        Routes.get(router, "/api/session"),
        ctx -> Future.succeededFuture(Me.of(Caller.principal(ctx), gate.users())));
    router.delete("/api/session").handler(this::signOut);
  }

  private void signOut(RoutingContext ctx) {
    Optional.of(ctx)
        .flatMap(cookies::session)
        .map(
            session ->
                bus.ask(Addresses.SIGN_OUT, new Access.SignOut(session.proof())).<Void>mapEmpty())
        .orElse(Future.succeededFuture())
        .onSuccess(
            ended -> {
              cookies.end(ctx);
              ctx.response().setStatusCode(NO_CONTENT).end();
            })
        .onFailure(ctx::fail);
  }
}
