package dev.hatchery.web;

import static dev.hatchery.protocol.Addresses.CANCEL;
import static dev.hatchery.protocol.Addresses.FIND_AGENT;
import static dev.hatchery.protocol.Addresses.FIND_RUN;
import static dev.hatchery.protocol.Addresses.LIST_RUNS;
import static dev.hatchery.protocol.Addresses.PREVIEW;
import static dev.hatchery.protocol.Addresses.RETRY;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Agent;
import dev.hatchery.protocol.Bytes;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Rendering;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Running;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs: start one, list, look at one, cancel, retry, peek at its half-painted picture. */
final class RunRoutes implements Routes {
  private static final int LIMIT_USUAL = 100;
  private static final int LIMIT_MOST = 1000;
  private static final int CREATED = 201;
  private static final int ACCEPTED = 202;
  private static final int NO_CONTENT = 204;
  private static final int OK = 200;

  private final Bus bus;
  private final Submission submission;

  RunRoutes(Bus bus, Submission submission) {
    this.bus = bus;
    this.submission = submission;
  }

  @Override
  public void addTo(Router router) {
    Routes.json(router.post("/api/runs"), this::start);
    Routes.json(Routes.get(router, "/api/runs"), this::list);
    Routes.json(Routes.get(router, "/api/runs/:id"), this::one);
    Routes.json(router.delete("/api/runs/:id"), this::cancel);
    Routes.json(router.post("/api/runs/:id/retry"), this::retry);
    Routes.get(router, "/api/runs/:id/preview").handler(this::preview);
  }

  private Future<?> start(RoutingContext ctx) {
    return submission
        .ordered(Caller.changing(ctx), Body.of(ctx, Submission.KEYS), Submission.key(ctx))
        .map(asked -> located(ctx, asked));
  }

  private Future<?> retry(RoutingContext ctx) {
    return bus.ask(RETRY, new Running.Retry(Caller.of(ctx), Ids.run(ctx)))
        .map(asked -> located(ctx, asked));
  }

  private static RunJson located(RoutingContext ctx, Running.Submitted submitted) {
    ctx.response()
        .setStatusCode(submitted.created() ? CREATED : OK)
        .putHeader(HttpHeaders.LOCATION, "/api/runs/" + submitted.run().id());
    return RunJson.of(submitted.run());
  }

  private Future<?> list(RoutingContext ctx) {
    var limit = Query.number(ctx, "limit", LIMIT_USUAL);
    if (limit < 1 || limit > LIMIT_MOST) {
      throw Refusal.malformed("invalid_limit", "limit", "limit must be 1 to 1,000.");
    }
    var asked =
        new Storage.ListRuns(
            Caller.of(ctx),
            Query.constant(ctx, "status", RunStatus.values()),
            Query.constant(ctx, "kind", RunKind.values()),
            Query.number(ctx, "after", 0),
            (int) limit);
    return bus.ask(LIST_RUNS, asked).map(found -> page(found.runs(), limit));
  }

  private static Page page(List<Run> runs, long limit) {
    var more = runs.size() == limit;
    return new Page(runs.stream().map(RunJson::of).toList(), more ? runs.getLast().number() : null);
  }

  /** Some runs; {@code next} is what {@code after} has to be for those that follow, or null. */
  record Page(List<RunJson> runs, @Nullable Long next) {
    Page {
      runs = List.copyOf(runs);
    }
  }

  private Future<?> one(RoutingContext ctx) {
    return find(ctx).compose(this::withAgent);
  }

  private Future<RunJson> withAgent(Run run) {
    if (run.agent() == null) {
      return Future.succeededFuture(RunJson.of(run));
    }
    // It may have been deleted since; the run is still worth seeing.
    return bus.ask(FIND_AGENT, new Storage.FindAgent(run.owner(), run.agent()))
        .map(found -> Optional.of(found.agent()))
        .otherwise(Optional.<Agent>empty())
        .map(agent -> RunJson.of(run, agent.orElse(null)));
  }

  private Future<?> cancel(RoutingContext ctx) {
    return bus.ask(CANCEL, new Running.Cancel(Caller.of(ctx), Ids.run(ctx)))
        .map(
            view -> {
              ctx.response().setStatusCode(ACCEPTED);
              return RunJson.of(view.run());
            });
  }

  private void preview(RoutingContext ctx) {
    find(ctx)
        .compose(this::preview)
        .onSuccess(preview -> show(preview.png(), ctx.response()))
        .onFailure(ctx::fail);
  }

  /** Only who works on the run has one; a node that is gone has none. */
  private Future<Rendering.Preview> preview(Run run) {
    var nothing = Future.succeededFuture(new Rendering.Preview(null));
    return run.node() == null
        ? nothing
        : bus.ask(PREVIEW.at(run.node()), new Rendering.Peek(run.id()))
            .recover(
                failure ->
                    ProblemException.in(failure) instanceof Problem.Unavailable
                        ? nothing
                        : Future.failedFuture(failure));
  }

  /** Whoever asks a moment after the painting ended did nothing wrong. */
  private static void show(@Nullable Bytes png, HttpServerResponse response) {
    if (png == null) {
      response.setStatusCode(NO_CONTENT).end();
      return;
    }
    SecurityHeaders.picture(response)
        .putHeader(HttpHeaders.CONTENT_TYPE, "image/png")
        .end(Buffer.buffer(png.copy()));
  }

  private Future<Run> find(RoutingContext ctx) {
    return bus.ask(FIND_RUN, new Storage.FindRun(Caller.of(ctx), Ids.run(ctx)))
        .map(Storage.FoundRun::run);
  }
}
