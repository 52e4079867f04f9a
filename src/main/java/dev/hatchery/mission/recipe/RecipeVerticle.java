package dev.hatchery.mission.recipe;

import static dev.hatchery.protocol.Addresses.DROP_RECIPE;
import static dev.hatchery.protocol.Addresses.FIND_RUN;
import static dev.hatchery.protocol.Addresses.FORGET_RECIPE;
import static dev.hatchery.protocol.Addresses.KEEP_MISSION;
import static dev.hatchery.protocol.Addresses.KEEP_RECIPE;
import static dev.hatchery.protocol.Addresses.LIST_RECIPES;
import static dev.hatchery.protocol.Addresses.NOTE_RECIPE;
import static dev.hatchery.protocol.Addresses.OPEN_RECIPES;
import static dev.hatchery.protocol.Addresses.PROPOSE;
import static dev.hatchery.protocol.Addresses.USE_RECIPE;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Brief;
import dev.hatchery.protocol.Mission;
import dev.hatchery.protocol.MissionStatus;
import dev.hatchery.protocol.Missions;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Recipe;
import dev.hatchery.protocol.RecipeId;
import dev.hatchery.protocol.Recipes;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.Running;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Lists recipes, makes one of a mission that is done, and missions by them; event loop. */
public final class RecipeVerticle extends VerticleBase {
  private static final int OWN_MOST = 200;

  private final Bus bus;
  private final InstantSource clock;
  private final List<Recipe> builtIn = BuiltIn.recipes();

  public RecipeVerticle(Bus bus, InstantSource clock) {
    this.bus = bus;
    this.clock = clock;
  }

  @Override
  public Future<?> start() {
    return Future.all(
        bus.answerLater(LIST_RECIPES, this::list),
        bus.answerLater(KEEP_MISSION, this::keep),
        bus.answerLater(FORGET_RECIPE, this::forget),
        bus.answerLater(USE_RECIPE, this::use));
  }

  private Future<Recipes.All> list(Recipes.ListAll list) {
    return bus.ask(OPEN_RECIPES, new Recipes.Open(list.owner()))
        .map(
            opened ->
                new Recipes.All(all(opened).map(recipe -> known(recipe, opened.tried())).toList()));
  }

  private Stream<Recipe> all(Recipes.Opened opened) {
    return Stream.concat(builtIn.stream(), opened.own().stream());
  }

  private static Recipes.Known known(Recipe recipe, List<Recipes.Tried> tried) {
    return tried.stream()
        .filter(one -> one.recipe().equals(recipe.id()))
        .findFirst()
        .map(one -> new Recipes.Known(recipe, one.runs(), one.successes()))
        .orElseGet(() -> new Recipes.Known(recipe, 0, 0));
  }

  private Future<Recipes.Known> keep(Recipes.KeepMission keep) {
    return bus.ask(FIND_RUN, new Storage.FindRun(keep.owner(), keep.mission()))
        .map(found -> recipe(found.run(), keep.name()))
        .compose(recipe -> withRoom(keep).map(recipe))
        .compose(
            recipe ->
                bus.ask(KEEP_RECIPE, new Recipes.Keep(recipe))
                    .map(kept -> new Recipes.Known(recipe, 0, 0)));
  }

  private Recipe recipe(Run run, String name) {
    if (!(run.order() instanceof Order.Pursue)) {
      throw new ProblemException(new Problem.NotFound("Mission not found."));
    }
    if (MissionStatus.of(run) != MissionStatus.COMPLETED) {
      throw new ProblemException(
          new Problem.Conflict("not_completed", "Only a completed mission becomes a recipe."));
    }
    return new Recipe(
        RecipeId.random(), run.owner(), name, Mission.of(run).brief(), clock.instant());
  }

  private Future<?> withRoom(Recipes.KeepMission keep) {
    return bus.ask(OPEN_RECIPES, new Recipes.Open(keep.owner()))
        .compose(
            opened ->
                opened.own().size() < OWN_MOST
                    ? Future.succeededFuture()
                    : Future.failedFuture(
                        new ProblemException(
                            new Problem.Conflict(
                                "too_many_recipes", "200 recipes of your own are the most."))));
  }

  private Future<Storage.Saved> forget(Recipes.Forget forget) {
    return builtIn.stream().anyMatch(recipe -> recipe.id().equals(forget.recipe()))
        ? Future.failedFuture(
            new ProblemException(
                new Problem.Conflict("built_in", "This recipe is built in, and stays.")))
        : bus.ask(DROP_RECIPE, forget);
  }

  private Future<Running.Submitted> use(Recipes.Use use) {
    return bus.ask(OPEN_RECIPES, new Recipes.Open(use.owner()))
        .map(
            opened ->
                all(opened)
                    .filter(recipe -> recipe.id().equals(use.recipe()))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new ProblemException(new Problem.NotFound("There is no such recipe."))))
        .map(recipe -> Filled.brief(recipe.brief(), use.fillings()))
        .compose(brief -> propose(use, brief));
  }

  /** Noted after it is made: a kill between the two costs a statistic one number. */
  private Future<Running.Submitted> propose(Recipes.Use use, Brief brief) {
    return bus.ask(PROPOSE, new Missions.Propose(use.owner(), brief, use.idempotencyKey()))
        .compose(
            proposed ->
                bus.ask(
                        NOTE_RECIPE,
                        new Recipes.Note(proposed.run().id(), use.owner(), use.recipe()))
                    .map(proposed));
  }
}
