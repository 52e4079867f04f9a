package dev.hatchery.web;

import static dev.hatchery.protocol.Addresses.SAY;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Missions;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;

/** One message for whatever is wished: a mission, several, a change; or a question comes back. */
final class ChatRoutes implements Routes {
  private static final int MESSAGE_MOST = 2000;
  private static final int CREATED = 201;

  private final Bus bus;

  ChatRoutes(Bus bus) {
    this.bus = bus;
  }

  /** One mission that was proposed or changed. */
  record OneMission(String missionId, List<String> changedFields) {}

  /** Several missions, and the run that they make up. */
  record SeveralMissions(String runId, List<String> missions) {}

  /** What was not understood. */
  record Question(String question) {}

  @Override
  public void addTo(Router router) {
    Routes.json(router.post("/chat/integrated"), this::say);
  }

  private Future<?> say(RoutingContext ctx) {
    var owner = Caller.changing(ctx);
    var body = Body.of(ctx, Set.of("message"));
    var message = Words.lines("message", body.text("message"), MESSAGE_MOST);
    return bus.ask(SAY, new Missions.Say(owner, message)).map(heard -> answer(ctx, heard));
  }

  private static Object answer(RoutingContext ctx, Missions.Heard heard) {
    if (heard.question() != null) {
      return new Question(heard.question());
    }
    var missions = heard.missions().stream().map(run -> run.id().value()).toList();
    if (heard.whole() != null) {
      created(ctx, "/api/runs/" + heard.whole());
      return new SeveralMissions(heard.whole().value(), missions);
    }
    if (heard.changed().isEmpty()) {
      created(ctx, "/missions/" + missions.getFirst());
    }
    return new OneMission(missions.getFirst(), heard.changed());
  }

  private static void created(RoutingContext ctx, String location) {
    ctx.response().setStatusCode(CREATED).putHeader(HttpHeaders.LOCATION, location);
  }
}
