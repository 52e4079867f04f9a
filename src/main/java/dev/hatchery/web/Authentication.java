package dev.hatchery.web;

import dev.hatchery.protocol.Access.Kind;
import dev.hatchery.protocol.Credential;
import dev.hatchery.protocol.Principal;
import dev.hatchery.protocol.Proof;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds out who asks, before everything that is somebody's; the one place that does. A token comes
 * in a header, a browser's session and links in cookies, and what can send neither has a ticket.
 */
final class Authentication implements Handler<RoutingContext> {
  private static final Set<HttpMethod> LOOKING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final int UNAUTHORIZED = 401;
  private static final int SEE_OTHER = 303;
  private static final Pattern BEARER =
      Pattern.compile("Bearer +([!-~]+) *", Pattern.CASE_INSENSITIVE);

  private final Gate gate;
  private final Front front;
  private final Cookies cookies;
  private final Failures failures;

  Authentication(Gate gate, Front front, Cookies cookies, Failures failures) {
    this.gate = gate;
    this.front = front;
    this.cookies = cookies;
    this.failures = failures;
  }

  @Override
  public void handle(RoutingContext ctx) {
    if (gate.stands()) {
      Caller.is(ctx, Principal.ANYBODY);
      ctx.next();
      return;
    }
    var request = ctx.request();
    var waits = !request.isEnded();
    if (waits) {
      // Or a body or an upgrade would be lost while somebody is looked up.
      request.pause();
    }
    Future.<Principal>future(found -> identify(ctx).onComplete(found))
        .map(principal -> allowed(ctx, principal))
        .onComplete(
            allowed -> {
              if (waits) {
                request.resume();
              }
              if (allowed.succeeded()) {
                Caller.is(ctx, allowed.result());
                ctx.next();
              } else {
                refuse(ctx, allowed.cause());
              }
            });
  }

  /** Who shows this, counting those who show what lets nobody in. */
  Future<Optional<Principal>> admit(RoutingContext ctx, Kind kind, Proof proof) {
    var address = front.address(ctx.request());
    if (!gate.remembers(kind, proof)) {
      failures.check(address);
    }
    return gate.admit(kind, proof)
        .onSuccess(
            found -> {
              if (found.isEmpty()) {
                failures.add(address);
              }
            });
  }

  /** People who look for a page are taken to where they can say who they are, and back. */
  private static void refuse(RoutingContext ctx, Throwable failure) {
    if (failure instanceof Refusal refusal
        && refusal.status() == UNAUTHORIZED
        && LOOKING.contains(ctx.request().method())
        && NowhereRoutes.forPeople(ctx)) {
      var back = URLEncoder.encode(ctx.request().path(), StandardCharsets.UTF_8);
      ctx.response()
          .setStatusCode(SEE_OTHER)
          .putHeader(HttpHeaders.LOCATION, "/sign-in?back=" + back)
          .end();
    } else {
      ctx.fail(failure);
    }
  }

  private Future<Principal> identify(RoutingContext ctx) {
    var header = ctx.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null) {
      var bearer = BEARER.matcher(header);
      return bearer.matches()
          ? shown(ctx, Kind.TOKEN, Proof.of(bearer.group(1)))
          : Future.failedFuture(Refusal.unknown());
    }
    var ticket = TicketRoutes.ticket(ctx);
    return ticket.isPresent() ? shown(ctx, Kind.TICKET, ticket.get().proof()) : shownByItself(ctx);
  }

  private Future<Principal> shownByItself(RoutingContext ctx) {
    var session = cookies.session(ctx);
    var shares = cookies.shares(ctx);
    // Known now, for what is taken from the browser meanwhile is no longer in its request.
    var any = session.isPresent() || !shares.isEmpty();
    return Future.join(signedIn(ctx, session), visiting(ctx, shares))
        .map(
            both ->
                chosen(ctx, both.resultAt(0), both.resultAt(1))
                    .orElseThrow(() -> nobody(ctx, any)));
  }

  private Future<Principal> shown(RoutingContext ctx, Kind kind, Proof proof) {
    return admit(ctx, kind, proof).map(found -> found.orElseThrow(Refusal::unknown));
  }

  /** Whom the session of a browser lets in; one that has ended is taken from it. */
  private Future<Optional<Principal>> signedIn(RoutingContext ctx, Optional<Credential> session) {
    return session
        .filter(shown -> lookedUp(ctx, Kind.SESSION, shown))
        .map(shown -> admit(Kind.SESSION, shown, () -> cookies.endSession(ctx)))
        .orElse(Future.succeededFuture(Optional.empty()));
  }

  /**
   * Whom the links of a browser let in. One that has ended is taken from it, and counts only where
   * nothing else lets anybody in: whoever is signed in did not choose to go on showing it.
   */
  private Future<List<Principal>> visiting(RoutingContext ctx, List<Credential> shares) {
    var ended = new ArrayList<Credential>();
    var asked =
        shares.stream()
            .filter(share -> lookedUp(ctx, Kind.SHARE, share))
            .map(share -> admit(Kind.SHARE, share, () -> ended.add(share)))
            .toList();
    return Future.join(asked)
        .map(
            answers -> {
              cookies.forget(ctx, ended);
              return asked.stream().map(Future::result).flatMap(Optional::stream).toList();
            });
  }

  private Future<Optional<Principal>> admit(Kind kind, Credential shown, Runnable whenEnded) {
    return gate.admit(kind, shown.proof())
        .onSuccess(
            found -> {
              if (found.isEmpty()) {
                whenEnded.run();
              }
            });
  }

  private boolean lookedUp(RoutingContext ctx, Kind kind, Credential shown) {
    return gate.remembers(kind, shown.proof()) || !failures.tooMany(front.address(ctx.request()));
  }

  /** Whoever is signed in comes as a guest only to what is somebody else's. */
  private static Optional<Principal> chosen(
      RoutingContext ctx, Optional<Principal> signedIn, List<Principal> visiting) {
    return visiting.stream()
        .filter(guest -> covers(guest, ctx))
        .filter(guest -> signedIn.stream().noneMatch(own -> own.owner().equals(guest.owner())))
        .findFirst()
        .or(() -> signedIn)
        .or(() -> visiting.stream().findFirst());
  }

  private Refusal nobody(RoutingContext ctx, boolean shown) {
    if (shown) {
      var address = front.address(ctx.request());
      // First, or what was not even looked up would be taken away.
      failures.check(address);
      failures.add(address);
    }
    // A browser that is let in no more should not come back with the same every second.
    cookies.end(ctx);
    return Refusal.unknown();
  }

  private static boolean covers(Principal principal, RoutingContext ctx) {
    return principal.scope() == null || Scopes.cover(principal.scope(), ctx);
  }

  private static Principal allowed(RoutingContext ctx, Principal principal) {
    if (!Scopes.ofAnybody(ctx)) {
      if (!covers(principal, ctx)) {
        throw Refusal.nothingHere();
      }
      if (principal.readOnly() && !LOOKING.contains(ctx.request().method())) {
        throw Refusal.readOnly();
      }
    }
    return principal;
  }
}
