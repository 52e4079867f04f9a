package dev.hatchery.web;

import static dev.hatchery.protocol.Addresses.FORGET_RECIPE;
import static dev.hatchery.protocol.Addresses.KEEP_MISSION;
import static dev.hatchery.protocol.Addresses.LIST_RECIPES;
import static dev.hatchery.protocol.Addresses.USE_RECIPE;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Recipes;
import dev.hatchery.protocol.Recipes.Filling;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Missions to be had again. */
final class RecipeRoutes implements Routes {
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;
  private static final int NAME_MOST = 100;
  private static final int WORDS_MOST = 1000;

  /** Every page with recipes reads them again when a mission ends, all of one owner together. */
  private static final Duration APART = Duration.ofMillis(250);

  private final Bus bus;
  private final Coalescing<Owner, Listed> lists;

  RecipeRoutes(Vertx vertx, Bus bus) {
    this.bus = bus;
    this.lists = new Coalescing<>(vertx, APART);
  }

  /** All that the asker has. */
  record Listed(List<RecipeJson> recipes) {
    Listed {
      recipes = List.copyOf(recipes);
    }
  }

  @Override
  public void addTo(Router router) {
    Routes.json(Routes.get(router, "/recipes"), this::list);
    Routes.json(router.post("/recipes"), this::keep);
    router.delete("/recipes/:id").handler(this::forget);
    Routes.json(router.post("/missions/from-recipe/:id"), this::use);
  }

  private Future<Listed> list(RoutingContext ctx) {
    var owner = Caller.of(ctx);
    return lists.ask(owner, () -> list(owner));
  }

  private Future<Listed> list(Owner owner) {
    return bus.ask(LIST_RECIPES, new Recipes.ListAll(owner))
        .map(all -> new Listed(all.recipes().stream().map(RecipeJson::of).toList()));
  }

  private Future<?> keep(RoutingContext ctx) {
    var body = Body.of(ctx, Set.of("mission_id", "name"));
    var name = Words.text("name", body.text("name"), 1, NAME_MOST);
    var mission = Ids.mission(body.text("mission_id").orElse(""));
    return bus.ask(KEEP_MISSION, new Recipes.KeepMission(Caller.of(ctx), mission, name))
        .map(
            kept -> {
              ctx.response().setStatusCode(CREATED);
              return RecipeJson.of(kept);
            });
  }

  private void forget(RoutingContext ctx) {
    bus.ask(FORGET_RECIPE, new Recipes.Forget(Caller.of(ctx), Ids.recipe(ctx)))
        .onSuccess(forgotten -> ctx.response().setStatusCode(NO_CONTENT).end())
        .onFailure(ctx::fail);
  }

  private Future<?> use(RoutingContext ctx) {
    var fillings = fillings(Body.of(ctx, Set.of("parameters")));
    var key = Words.key("idempotency_key", Submission.key(ctx)).orElse(null);
    return bus.ask(USE_RECIPE, new Recipes.Use(Caller.of(ctx), Ids.recipe(ctx), fillings, key))
        .map(
            proposed -> {
              ctx.response()
                  .setStatusCode(proposed.created() ? CREATED : OK)
                  .putHeader(HttpHeaders.LOCATION, "/missions/" + proposed.run().id());
              return MissionJson.of(proposed.run());
            });
  }

  private static List<Filling> fillings(Body body) {
    return body.words("parameters").entrySet().stream()
        .map(
            one ->
                new Filling(
                    one.getKey(),
                    Words.text("parameters", Optional.of(one.getValue()), 1, WORDS_MOST)))
        .toList();
  }
}
