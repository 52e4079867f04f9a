package dev.hatchery.web;

import static dev.hatchery.protocol.Addresses.DELETE_AGENT;
import static dev.hatchery.protocol.Addresses.FIND_AGENT;
import static dev.hatchery.protocol.Addresses.FIND_PICTURE;
import static dev.hatchery.protocol.Addresses.LIST_AGENTS;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.json.AgentJson;
import dev.hatchery.protocol.Agent;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/** Companions: take a given one in, list, look at one, its picture, its export, delete. */
final class AgentRoutes implements Routes {
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;
  private static final String SVG = "image/svg+xml";

  private final Bus bus;
  private final GivenAgent given;

  AgentRoutes(Bus bus, GivenAgent given) {
    this.bus = bus;
    this.given = given;
  }

  @Override
  public void addTo(Router router) {
    Routes.json(router.post("/api/agents"), this::give);
    Routes.json(Routes.get(router, "/api/agents"), this::list);
    Routes.json(
        Routes.get(router, "/api/agents/:id"), ctx -> find(ctx).map(agent -> AgentJson.of(agent)));
    router.delete("/api/agents/:id").handler(this::delete);
    Routes.get(router, "/api/agents/:id/avatar").handler(this::avatar);
    Routes.get(router, "/api/agents/:id/export").handler(this::export);
  }

  private Future<?> give(RoutingContext ctx) {
    return given
        .save(ctx)
        .map(
            agent -> {
              ctx.response()
                  .setStatusCode(CREATED)
                  .putHeader(HttpHeaders.LOCATION, "/api/agents/" + agent.id());
              return AgentJson.of(agent);
            });
  }

  private Future<?> list(RoutingContext ctx) {
    return bus.ask(LIST_AGENTS, new Storage.ListAgents(Caller.of(ctx)))
        .map(found -> Map.of("agents", found.agents().stream().map(AgentJson::of).toList()));
  }

  private void delete(RoutingContext ctx) {
    bus.ask(DELETE_AGENT, new Storage.DeleteAgent(Caller.of(ctx), Ids.agent(ctx)))
        .onSuccess(deleted -> ctx.response().setStatusCode(NO_CONTENT).end())
        .onFailure(ctx::fail);
  }

  private void avatar(RoutingContext ctx) {
    find(ctx).compose(this::picture).onSuccess(picture -> send(ctx, picture)).onFailure(ctx::fail);
  }

  /** A picture never changes under its id, so its id is its tag. */
  private static void send(RoutingContext ctx, Storage.Picture picture) {
    var tag = "\"" + picture.id() + "\"";
    var response = ctx.response();
    response
        .putHeader(HttpHeaders.ETAG, tag)
        .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    if (tag.equals(ctx.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
      response.setStatusCode(NOT_MODIFIED).end();
    } else {
      body(response, picture);
    }
  }

  private static void body(HttpServerResponse response, Storage.Picture picture) {
    SecurityHeaders.picture(response)
        .putHeader(HttpHeaders.CONTENT_TYPE, picture.mediaType())
        .end(Buffer.buffer(picture.bytes().copy()));
  }

  private void export(RoutingContext ctx) {
    var format = Query.text(ctx, "format").orElse("json");
    if (!List.of("json", "png").contains(format)) {
      throw Refusal.malformed("invalid_format", "format", "format must be json or png.");
    }
    find(ctx)
        .compose(agent -> format.equals("png") ? exportPicture(ctx, agent) : exportJson(ctx, agent))
        .onFailure(ctx::fail);
  }

  private static Future<Void> exportJson(RoutingContext ctx, Agent agent) {
    Answer.send(attached(ctx, agent, "json"), AgentJson.of(agent));
    return Future.succeededFuture();
  }

  private Future<Void> exportPicture(RoutingContext ctx, Agent agent) {
    return picture(agent)
        .onSuccess(
            picture ->
                body(
                    attached(ctx, agent, picture.mediaType().equals(SVG) ? "svg" : "png")
                        .response(),
                    picture))
        .mapEmpty();
  }

  /** The name of the file is ours alone: what a model called it never stands in a header. */
  private static RoutingContext attached(RoutingContext ctx, Agent agent, String ending) {
    ctx.response()
        .putHeader(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"companion-%s.%s\"".formatted(agent.id(), ending));
    return ctx;
  }

  private Future<Agent> find(RoutingContext ctx) {
    return bus.ask(FIND_AGENT, new Storage.FindAgent(Caller.of(ctx), Ids.agent(ctx)))
        .map(Storage.FoundAgent::agent);
  }

  private Future<Storage.Picture> picture(Agent agent) {
    return agent.picture() == null
        ? Future.failedFuture(
            new ProblemException(new Problem.NotFound("This companion has no picture.")))
        : bus.ask(FIND_PICTURE, new Storage.FindPicture(agent.owner(), agent.picture()));
  }
}
