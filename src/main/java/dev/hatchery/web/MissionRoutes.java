package dev.hatchery.web;

import static dev.hatchery.protocol.Addresses.AMEND;
import static dev.hatchery.protocol.Addresses.APPROVE;
import static dev.hatchery.protocol.Addresses.CANCEL;
import static dev.hatchery.protocol.Addresses.CLARIFY;
import static dev.hatchery.protocol.Addresses.EXECUTE;
import static dev.hatchery.protocol.Addresses.FIND_RUN;
import static dev.hatchery.protocol.Addresses.JUDGE;
import static dev.hatchery.protocol.Addresses.LIST_RUNS;
import static dev.hatchery.protocol.Addresses.PROPOSE;
import static dev.hatchery.protocol.Addresses.RATE;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Missions;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.Running;
import dev.hatchery.protocol.Storage;
import dev.hatchery.protocol.Survey;
import dev.hatchery.protocol.ToolName;
import dev.hatchery.protocol.ToolRecord;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Missions: propose, change, approve and execute them, look at them, and say what they were worth.
 */
final class MissionRoutes implements Routes {
  private static final int LIMIT_USUAL = 100;
  private static final int LIMIT_MOST = 1000;
  private static final int ANSWER_MOST = 1000;
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int ACCEPTED = 202;

  private final Bus bus;
  private final Waiting waiting;

  MissionRoutes(Bus bus, Waiting waiting) {
    this.bus = bus;
    this.waiting = waiting;
  }

  @Override
  public void addTo(Router router) {
    Routes.json(router.post("/missions/create"), this::create);
    Routes.json(Routes.get(router, "/missions"), this::list);
    Routes.json(Routes.get(router, "/missions/:id"), ctx -> find(ctx).map(MissionJson::of));
    Routes.json(
        Routes.get(router, "/missions/:id/progress"), ctx -> find(ctx).map(MissionStepsJson::of));
    Routes.json(router.post("/missions/:id/approve"), this::approve);
    Routes.json(router.post("/missions/:id/execute"), this::execute);
    Routes.json(router.post("/missions/:id/cancel"), this::cancel);
    Routes.json(router.put("/missions/:id/update"), this::update);
    Routes.json(router.post("/missions/:id/clarify"), this::clarify);
    Routes.json(router.post("/missions/:id/feedback"), this::judge);
    Routes.json(router.post("/missions/:id/survey"), this::rate);
  }

  private Future<?> create(RoutingContext ctx) {
    var brief = new BriefBody(Body.of(ctx, BriefBody.PROPOSAL)).brief();
    var key = Words.key("idempotency_key", Submission.key(ctx)).orElse(null);
    return bus.ask(PROPOSE, new Missions.Propose(Caller.changing(ctx), brief, key))
        .map(
            proposed -> {
              ctx.response()
                  .setStatusCode(proposed.created() ? CREATED : OK)
                  .putHeader(HttpHeaders.LOCATION, "/missions/" + proposed.run().id());
              return MissionJson.of(proposed.run());
            });
  }

  private Future<?> list(RoutingContext ctx) {
    var limit = Query.number(ctx, "limit", LIMIT_USUAL);
    if (limit < 1 || limit > LIMIT_MOST) {
      throw Refusal.malformed("invalid_limit", "limit", "limit must be 1 to 1,000.");
    }
    var after = Query.number(ctx, "after", 0);
    var asked = new Storage.ListRuns(Caller.of(ctx), null, RunKind.MISSION, after, (int) limit);
    return bus.ask(LIST_RUNS, asked).map(found -> page(found.runs(), limit));
  }

  private static Page page(List<Run> runs, long limit) {
    var more = runs.size() == limit;
    return new Page(
        runs.stream().map(MissionJson::of).toList(), more ? runs.getLast().number() : null);
  }

  /** Some missions; {@code next} is what {@code after} has to be for those that follow, or null. */
  record Page(List<MissionJson> missions, @Nullable Long next) {
    Page {
      missions = List.copyOf(missions);
    }
  }

  private Future<?> approve(RoutingContext ctx) {
    return bus.ask(APPROVE, new Missions.Approve(Caller.changing(ctx), Ids.mission(ctx)))
        .map(view -> MissionJson.of(view.run()));
  }

  private Future<?> execute(RoutingContext ctx) {
    var asked = new Missions.Execute(Caller.changing(ctx), Ids.mission(ctx));
    return Preference.respondAsync(ctx)
        ? execute(asked).map(run -> accepted(ctx, run))
        : waiting.endedOrAsking(ctx, () -> execute(asked)).map(ExecutionJson::of);
  }

  private Future<Run> execute(Missions.Execute asked) {
    return bus.ask(EXECUTE, asked).map(Running.View::run);
  }

  private static MissionJson accepted(RoutingContext ctx, Run run) {
    ctx.response().setStatusCode(ACCEPTED).putHeader(HttpHeaders.LOCATION, "/missions/" + run.id());
    return MissionJson.of(run);
  }

  private Future<?> cancel(RoutingContext ctx) {
    var owner = Caller.changing(ctx);
    return find(ctx)
        .compose(run -> bus.ask(CANCEL, new Running.Cancel(owner, RunRef.of(run.id()))))
        .map(view -> accepted(ctx, view.run()));
  }

  private Future<?> update(RoutingContext ctx) {
    var amendment = new BriefBody(Body.of(ctx, BriefBody.CHANGE)).amendment();
    return bus.ask(AMEND, new Missions.Amend(Caller.changing(ctx), Ids.mission(ctx), amendment))
        .map(amended -> MissionJson.of(amended.run(), amended.changed()));
  }

  private Future<?> clarify(RoutingContext ctx) {
    var answer = Body.of(ctx, Set.of("answer")).text("answer");
    var words = Words.text("answer", answer, 1, ANSWER_MOST);
    return bus.ask(CLARIFY, new Missions.Clarify(Caller.changing(ctx), Ids.mission(ctx), words))
        .map(view -> MissionJson.of(view.run()));
  }

  private Future<?> judge(RoutingContext ctx) {
    var body = Body.of(ctx, Set.of("tool", "verdict"));
    var tool = tool(body.text("tool").orElse(""));
    var verdict = verdict(body.text("verdict").orElse(""));
    return bus.ask(JUDGE, new Missions.Judge(Caller.changing(ctx), Ids.mission(ctx), tool, verdict))
        .map(view -> MissionJson.of(view.run()));
  }

  private static ToolName tool(String name) {
    try {
      return new ToolName(name);
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid("invalid_tool", "tool", "tool must name a tool, as web_search.");
    }
  }

  private static ToolRecord.Verdict verdict(String word) {
    return switch (word) {
      case "approved" -> ToolRecord.Verdict.APPROVED;
      case "rejected" -> ToolRecord.Verdict.REJECTED;
      default ->
          throw Refusal.invalid(
              "invalid_verdict", "verdict", "verdict must be approved or rejected.");
    };
  }

  private Future<?> rate(RoutingContext ctx) {
    var survey = survey(Body.of(ctx, Set.of("rating", "time_saved", "would_repeat")));
    var mission = Ids.mission(ctx);
    return bus.ask(RATE, new Missions.Rate(Caller.changing(ctx), mission, survey))
        .map(rated -> new Rated(mission.text(), rated.adjustment()));
  }

  /** A survey that is kept; there is one of a mission, so it is called like it. */
  record Rated(String surveyId, double confidenceAdjustment) {}

  private static Survey survey(Body body) {
    try {
      return new Survey(
          Math.toIntExact(body.number("rating", 0)),
          body.flag("time_saved"),
          body.flag("would_repeat"));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw Refusal.invalid("invalid_rating", "rating", "rating must be from 1 to 10.");
    }
  }

  /** What is no mission is none, though it may be a run. */
  private Future<Run> find(RoutingContext ctx) {
    return bus.ask(FIND_RUN, new Storage.FindRun(Caller.of(ctx), Ids.mission(ctx)))
        .map(Storage.FoundRun::run)
        .compose(
            run ->
                run.order().kind() == RunKind.MISSION
                    ? Future.succeededFuture(run)
                    : Future.failedFuture(
                        new ProblemException(new Problem.NotFound(Ids.NO_MISSION))));
  }
}
