package dev.hatchery.mission;

import static dev.hatchery.mission.Headquarters.ADA;
import static dev.hatchery.mission.Headquarters.BOB;
import static dev.hatchery.mission.Headquarters.brief;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.mission.recipe.RecipeVerticle;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Mission;
import dev.hatchery.protocol.MissionStatus;
import dev.hatchery.protocol.Missions;
import dev.hatchery.protocol.RecipeId;
import dev.hatchery.protocol.Recipes;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunRef;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one node keeps as a recipe, missions of another are made by. */
class RecipesOfTwoNodesTest extends TwoHeadquarters {
  private static final String SUM = "What is 17 % of 2400?";

  @BeforeEach
  void serve() {
    Stream.of(one, two)
        .forEach(node -> node.deploy(bus -> new RecipeVerticle(bus, Clock.systemUTC())));
  }

  @Test
  void aRecipeOfOneNodeIsUsedOnTheOtherAndCountedOnBoth() {
    var recipe = kept();
    var used = using(two, recipe, null);
    await().until(used::succeeded);
    var mission = RunRef.of(used.result());
    two.ask(Addresses.APPROVE, new Missions.Approve(ADA, mission));
    one.ask(Addresses.EXECUTE, new Missions.Execute(ADA, mission));

    var run = two.until(mission, MissionStatus.COMPLETED);
    assertThat(Mission.of(run).brief().objective()).isEqualTo(SUM);
    assertThat(known(one, recipe).runs()).isEqualTo(1);
    assertThat(known(two, recipe).successes()).isEqualTo(1);
    assertThat(one.ask(Addresses.LIST_RECIPES, new Recipes.ListAll(BOB)).recipes())
        .noneMatch(known -> known.recipe().id().equals(recipe));
  }

  @Test
  void aRecipeIsUsedOnceThoughBothNodesAreAskedWithTheSameKey() {
    var recipe = kept();
    var asked = List.of(using(one, recipe, "once"), using(two, recipe, "once"));

    await().until(() -> asked.stream().allMatch(Future::succeeded));
    assertThat(asked.get(0).result()).isEqualTo(asked.get(1).result());
  }

  private RecipeId kept() {
    var mission = one.executing(brief(SUM));
    one.until(mission, MissionStatus.COMPLETED);
    return one.ask(Addresses.KEEP_MISSION, new Recipes.KeepMission(ADA, mission, "Seventeen"))
        .recipe()
        .id();
  }

  private static Future<RunId> using(Headquarters node, RecipeId recipe, @Nullable String key) {
    return node.asking(Addresses.USE_RECIPE, new Recipes.Use(ADA, recipe, List.of(), key))
        .map(submitted -> submitted.run().id());
  }

  private static Recipes.Known known(Headquarters node, RecipeId recipe) {
    return node.ask(Addresses.LIST_RECIPES, new Recipes.ListAll(ADA)).recipes().stream()
        .filter(known -> known.recipe().id().equals(recipe))
        .findFirst()
        .orElseThrow();
  }
}
