package dev.hatchery.web;

import static dev.hatchery.protocol.Addresses.FIND_RUN;
import static dev.hatchery.protocol.Addresses.READ;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.Running;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.OptionalLong;

/** Streams of one run: of one that is there, or of the one that some words mean. */
final class StreamRoutes implements Routes {
  private static final String PREFETCH = "prefetch";
  private static final int NO_CONTENT = 204;

  private final Bus bus;
  private final Streams streams;
  private final Submission submission;

  StreamRoutes(Bus bus, Streams streams, Submission submission) {
    this.bus = bus;
    this.streams = streams;
    this.submission = submission;
  }

  @Override
  public void addTo(Router router) {
    Routes.get(router, "/api/agents/create/stream").handler(this::create);
    Routes.get(router, "/api/runs/:id/events").handler(this::events);
  }

  private void events(RoutingContext ctx) {
    var cursor = Cursor.of(ctx);
    ctx.response().putHeader(HttpHeaders.VARY, "Accept");
    find(ctx)
        .onSuccess(
            run -> {
              if (wantsJson(ctx)) {
                new EventList(bus, ctx, run).send(cursor.orElse(0));
              } else if (ctx.request().method().equals(HttpMethod.HEAD)) {
                SseConnection.headers(ctx.response()).end();
              } else {
                send(ctx, run, cursor);
              }
            })
        .onFailure(ctx::fail);
  }

  /** Creates at most once, and never for anybody who only looks, resumes, or comes from a page. */
  private void create(RoutingContext ctx) {
    var request = ctx.request();
    if (request.method().equals(HttpMethod.HEAD)) {
      SseConnection.headers(ctx.response()).end();
    } else if (prefetch(request.getHeader("Sec-Purpose"))
        || prefetch(request.getHeader("Purpose"))) {
      ctx.response().setStatusCode(NO_CONTENT).end();
    } else {
      var words = Words.description(Query.text(ctx, "description"));
      var key = Words.key("key", Query.text(ctx, "key"));
      var cursor = Cursor.of(ctx);
      if (cursor.isPresent()) {
        resume(ctx, Submission.meaning(words, key), cursor.getAsLong());
      } else {
        submission
            .joined(ctx, words, key)
            .map(Running.Submitted::run)
            .onSuccess(run -> send(ctx, run, OptionalLong.empty()))
            .onFailure(ctx::fail);
      }
    }
  }

  private void resume(RoutingContext ctx, String meaning, long cursor) {
    at(ctx, cursor)
        .compose(event -> event.map(seen -> run(ctx, seen)).orElseGet(StreamRoutes::none))
        .map(found -> found.filter(run -> meaning.equals(run.key()) && hatches(run)))
        .onSuccess(
            found ->
                found.ifPresentOrElse(
                    run -> send(ctx, run, OptionalLong.of(cursor)),
                    () -> ctx.response().setStatusCode(NO_CONTENT).end()))
        .onFailure(ctx::fail);
  }

  private Future<Optional<Event>> at(RoutingContext ctx, long cursor) {
    return bus.ask(READ, new Journal.Read(cursor - 1, Filter.of(Caller.of(ctx)), 1))
        .map(
            stretch -> stretch.events().stream().filter(event -> event.id() == cursor).findFirst());
  }

  private Future<Optional<Run>> run(RoutingContext ctx, Event event) {
    return bus.ask(FIND_RUN, new Storage.FindRun(Caller.of(ctx), RunRef.of(event.runId())))
        .map(found -> Optional.of(found.run()))
        .recover(
            failure ->
                ProblemException.in(failure) instanceof Problem.NotFound
                    ? none()
                    : Future.failedFuture(failure));
  }

  private static Future<Optional<Run>> none() {
    return Future.succeededFuture(Optional.empty());
  }

  private static boolean hatches(Run run) {
    return run.order() instanceof Order.Hatch;
  }

  private void send(RoutingContext ctx, Run run, OptionalLong cursor) {
    try {
      streams.send(ctx, OneRun.all(bus, run), Start.of(cursor, Start.beginning()));
    } catch (ProblemException full) {
      ctx.fail(full);
    }
  }

  private Future<Run> find(RoutingContext ctx) {
    return bus.ask(FIND_RUN, new Storage.FindRun(Caller.of(ctx), Ids.run(ctx)))
        .map(Storage.FoundRun::run);
  }

  private static boolean wantsJson(RoutingContext ctx) {
    var accept = Optional.ofNullable(ctx.request().getHeader(HttpHeaders.ACCEPT)).orElse("");
    return accept.contains("application/json") && !accept.contains("text/event-stream");
  }

  private static boolean prefetch(String purpose) {
    return purpose != null && purpose.contains(PREFETCH);
  }
}
