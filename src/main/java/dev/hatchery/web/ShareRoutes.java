package dev.hatchery.web;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Access;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Credential;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Links by which somebody without an account sees one run: make one, list, end. */
final class ShareRoutes implements Routes {
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;
  private static final long SECONDS_USUAL = Duration.ofDays(7).toSeconds();
  private static final long SECONDS_MOST = Duration.ofDays(366).toSeconds();
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private final Bus bus;

  ShareRoutes(Bus bus) {
    this.bus = bus;
  }

  @Override
  public void addTo(Router router) {
    Routes.json(router.post("/api/runs/:id/share"), this::make);
    Routes.json(Routes.get(router, "/api/runs/:id/share"), this::list);
    router.delete("/api/runs/:id/share/:share").handler(this::end);
  }

  /** A new link as its maker reads it; nobody can ask for its address again. */
  record Made(long id, String url, Instant createdAt, Instant expiresAt) {}

  private Future<?> make(RoutingContext ctx) {
    var seconds =
        Body.of(ctx, Set.of("expires_in_seconds")).number("expires_in_seconds", SECONDS_USUAL);
    if (seconds < 1 || seconds > SECONDS_MOST) {
      throw Refusal.invalid(
          "invalid_expires_in_seconds",
          "expires_in_seconds",
          "A link lives 1 s to 366 days (31,622,400 s).");
    }
    var life = Duration.ofSeconds(seconds);
    var secret = Credential.passing();
    return run(ctx)
        .map(run -> new Access.MakeShare(Caller.principal(ctx), run, secret.proof(), life))
        .compose(asked -> bus.ask(Addresses.MAKE_SHARE, asked))
        .map(made -> made.shares().getFirst())
        .map(
            share -> {
              ctx.response().setStatusCode(CREATED);
              return new Made(
                  share.id(), "/share/" + secret.text(), share.createdAt(), share.expiresAt());
            });
  }

  private Future<?> list(RoutingContext ctx) {
    return run(ctx)
        .map(run -> new Access.ListShares(Caller.of(ctx), run))
        .compose(asked -> bus.ask(Addresses.LIST_SHARES, asked))
        .map(found -> Map.of("shares", found.shares()));
  }

  private void end(RoutingContext ctx) {
    var id = id(ctx);
    run(ctx)
        .map(run -> new Access.EndShare(Caller.of(ctx), run, id))
        .compose(asked -> bus.ask(Addresses.END_SHARE, asked))
        .onSuccess(ended -> ctx.response().setStatusCode(NO_CONTENT).end())
        .onFailure(ctx::fail);
  }

  private Future<RunId> run(RoutingContext ctx) {
    return bus.ask(Addresses.FIND_RUN, new Storage.FindRun(Caller.of(ctx), Ids.run(ctx)))
        .map(found -> found.run().id());
  }

  private static long id(RoutingContext ctx) {
    var id = String.valueOf(ctx.pathParam("share"));
    if (!NUMBER.matcher(id).matches()) {
      throw new ProblemException(new Problem.NotFound("There is no such link."));
    }
    return Long.parseLong(id);
  }
}
