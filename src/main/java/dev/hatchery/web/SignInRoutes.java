package dev.hatchery.web;

import static dev.hatchery.protocol.Addresses.SIGN_IN;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Access;
import dev.hatchery.protocol.Access.Kind;
import dev.hatchery.protocol.Credential;
import dev.hatchery.protocol.Principal;
import dev.hatchery.protocol.Proof;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** How browsers come in: by a token that is typed once, or by a link to one run. */
final class SignInRoutes implements Routes {
  private static final int SEE_OTHER = 303;

  private final Bus bus;
  private final Gate gate;
  private final Authentication authentication;
  private final Cookies cookies;
  private final JsonBody body;
  private final NowhereRoutes nowhere;

  SignInRoutes(
      Bus bus,
      Gate gate,
      Authentication authentication,
      Cookies cookies,
      JsonBody body,
      NowhereRoutes nowhere) {
    this.bus = bus;
    this.gate = gate;
    this.authentication = authentication;
    this.cookies = cookies;
    this.body = body;
    this.nowhere = nowhere;
  }

  @Override
  public void addTo(Router router) {
    Routes.json(router.post("/api/session").handler(body), this::signIn);
    Routes.get(router, "/share/:secret").handler(this::visit);
  }

  /** A server without users takes any token for its only user's. */
  private Future<?> signIn(RoutingContext ctx) {
    var token = Proof.of(Body.of(ctx, Set.of("token")).text("token").orElse("").strip());
    if (gate.stands()) {
      return Future.succeededFuture(SessionRoutes.Me.of(Principal.ANYBODY, false));
    }
    var session = Credential.passing();
    return authentication
        .admit(ctx, Kind.TOKEN, token)
        .compose(
            known ->
                known.isEmpty()
                    ? Future.failedFuture(Refusal.unknown())
                    : bus.ask(SIGN_IN, new Access.SignIn(token, session.proof())))
        .map(signed -> Optional.ofNullable(signed.principal()).orElseThrow(Refusal::unknown))
        .map(
            principal -> {
              cookies.begin(ctx, session);
              return SessionRoutes.Me.of(principal, true);
            });
  }

  private void visit(RoutingContext ctx) {
    var secret = new Credential(ctx.pathParam("secret"));
    Future.<Optional<Principal>>future(
            found -> authentication.admit(ctx, Kind.SHARE, secret.proof()).onComplete(found))
        .onSuccess(
            found ->
                found.ifPresentOrElse(
                    guest -> enter(ctx, secret, guest), () -> nowhere.missing(ctx)))
        .onFailure(ctx::fail);
  }

  private void enter(RoutingContext ctx, Credential secret, Principal guest) {
    cookies.open(ctx, secret);
    var run = Objects.requireNonNull(guest.scope()).run();
    ctx.response().setStatusCode(SEE_OTHER).putHeader("Location", "/runs/" + run).end();
  }
}
