package dev.hatchery.persistence;

import static dev.hatchery.protocol.Addresses.DROP_RECIPE;
import static dev.hatchery.protocol.Addresses.KEEP_RECIPE;
import static dev.hatchery.protocol.Addresses.NOTE_RECIPE;
import static dev.hatchery.protocol.Addresses.OPEN_RECIPES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Brief;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Recipe;
import dev.hatchery.protocol.RecipeId;
import dev.hatchery.protocol.Recipes;
import dev.hatchery.protocol.RunStatus;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecipeStoreTest extends BothDatabases {
  private static final RecipeId NEWS = new RecipeId("news-digest");

  @BeforeEach
  void open() {
    start();
  }

  @Test
  void aRecipeComesBackToItsOwnerAlone() {
    var hers = recipe(ADA, "Bees");

    ask(KEEP_RECIPE, new Recipes.Keep(hers));
    restart();

    assertThat(opened(ADA).own()).containsExactly(hers);
    assertThat(opened(BOB).own()).isEmpty();
  }

  @Test
  void anOwnerHasOneRecipeOfAName() {
    ask(KEEP_RECIPE, new Recipes.Keep(recipe(ADA, "Bees")));

    assertThat(refused(KEEP_RECIPE, new Recipes.Keep(recipe(ADA, "Bees"))).code())
        .isEqualTo("recipe_exists");
    ask(KEEP_RECIPE, new Recipes.Keep(recipe(BOB, "Bees")));
  }

  @Test
  void whatCameOfARecipeIsCountedForEachOwner() {
    cook(ADA, RunStatus.SUCCEEDED);
    cook(ADA, RunStatus.FAILED);
    cook(ADA, RunStatus.CANCELLED);
    cook(BOB, RunStatus.SUCCEEDED);

    assertThat(opened(ADA).tried()).containsExactly(new Recipes.Tried(NEWS, 2, 1));
    assertThat(opened(BOB).tried()).containsExactly(new Recipes.Tried(NEWS, 1, 1));
  }

  @Test
  void aRecipeIsForgottenByItsOwnerAloneAndWithItWhatCameOfIt() {
    var hers = recipe(ADA, "Bees");
    ask(KEEP_RECIPE, new Recipes.Keep(hers));
    ask(NOTE_RECIPE, new Recipes.Note(create(ADA, "a mission").id(), ADA, hers.id()));

    assertThat(refused(DROP_RECIPE, new Recipes.Forget(BOB, hers.id())))
        .isInstanceOf(Problem.NotFound.class);
    ask(DROP_RECIPE, new Recipes.Forget(ADA, hers.id()));

    assertThat(opened(ADA)).isEqualTo(new Recipes.Opened(List.of(), List.of()));
    assertThat(refused(DROP_RECIPE, new Recipes.Forget(ADA, hers.id())))
        .isInstanceOf(Problem.NotFound.class);
  }

  private void cook(Owner owner, RunStatus ending) {
    create(owner, "a mission");
    var run = Objects.requireNonNull(claim("node"));
    ask(NOTE_RECIPE, new Recipes.Note(run.id(), owner, NEWS));
    ask(Addresses.APPEND, ending(run.id(), run.epoch(), 1, ending));
  }

  private Recipes.Opened opened(Owner owner) {
    return ask(OPEN_RECIPES, new Recipes.Open(owner));
  }

  private static Recipe recipe(Owner owner, String name) {
    var brief =
        new Brief("News about {topic}", "the web", List.of("short"), Brief.Priority.HIGH, null);
    return new Recipe(RecipeId.random(), owner, name, brief, NOW);
  }
}
