package dev.hatchery.web;

import static dev.hatchery.protocol.Addresses.FIND_AGENT;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.json.AgentJson;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Running;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Hatching by one request that waits for the companion. */
final class HatchRoutes implements Routes {
  private static final int ACCEPTED = 202;

  private final Bus bus;
  private final Waiting waiting;
  private final Submission submission;

  HatchRoutes(Bus bus, Waiting waiting, Submission submission) {
    this.bus = bus;
    this.waiting = waiting;
    this.submission = submission;
  }

  @Override
  public void addTo(Router router) {
    Routes.json(router.post("/api/agents/create"), this::create);
  }

  private Future<?> create(RoutingContext ctx) {
    var words = Body.of(ctx, Set.of("description")).text("description");
    return Preference.respondAsync(ctx)
        ? submit(ctx, words).map(run -> accepted(ctx, run))
        : waiting.ended(ctx, () -> submit(ctx, words)).compose(this::companion);
  }

  private Future<Run> submit(RoutingContext ctx, Optional<String> words) {
    return submission.alone(ctx, words).map(Running.Submitted::run);
  }

  private static RunJson accepted(RoutingContext ctx, Run run) {
    ctx.response().setStatusCode(ACCEPTED).putHeader(HttpHeaders.LOCATION, "/api/runs/" + run.id());
    return RunJson.of(run);
  }

  private Future<AgentJson> companion(Run run) {
    if (run.agent() != null) {
      return bus.ask(FIND_AGENT, new Storage.FindAgent(run.owner(), run.agent()))
          .map(found -> AgentJson.of(found.agent()));
    }
    var message = run.standing().message();
    return Future.failedFuture(
        new ProblemException(
            run.status() == RunStatus.CANCELLED
                ? new Problem.Cancelled(message)
                : new Problem.Unavailable(
                    Objects.requireNonNullElse(run.failure(), "failed"), message)));
  }
}
