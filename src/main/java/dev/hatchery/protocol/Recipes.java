package dev.hatchery.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Missions to be had again. */
public sealed interface Recipes extends Message {
  /** Asks for what is built in and what the owner kept. */
  record ListAll(Owner owner) implements Recipes {}

  /** Recipes, those that are built in first. */
  record All(List<Known> recipes) implements Recipes {
    public All {
      recipes = List.copyOf(recipes);
    }
  }

  /**
   * A recipe and what came of it.
   *
   * @param runs how many of the owner's missions by it have succeeded or failed
   * @param successes how many of them succeeded
   */
  record Known(Recipe recipe, int runs, int successes) implements Recipes {}

  /** Asks to keep a mission that is done as a recipe of this name. */
  record KeepMission(Owner owner, RunRef mission, String name) implements Recipes {}

  /**
   * Asks to propose a mission by a recipe.
   *
   * @param fillings what stands in each gap of its objective
   * @param idempotencyKey see {@link Running.Submit}
   */
  record Use(Owner owner, RecipeId recipe, List<Filling> fillings, @Nullable String idempotencyKey)
      implements Recipes {
    public Use {
      fillings = List.copyOf(fillings);
    }
  }

  /**
   * Asks to keep a recipe of the owner's no longer. Missions that were made by it stay, and so do
   * their schedules.
   */
  record Forget(Owner owner, RecipeId recipe) implements Recipes {}

  /** What stands in one gap. */
  record Filling(String gap, String words) {}

  /** Asks storage to keep a recipe. */
  record Keep(Recipe recipe) implements Recipes {}

  /** Asks storage for an owner's recipes and what came of all that the owner used. */
  record Open(Owner owner) implements Recipes {}

  /** The owner's recipes, oldest first. */
  record Opened(List<Recipe> own, List<Tried> tried) implements Recipes {
    public Opened {
      own = List.copyOf(own);
      tried = List.copyOf(tried);
    }
  }

  /** What came of the missions by one recipe; see {@link Known}. */
  record Tried(RecipeId recipe, int runs, int successes) {}

  /** Asks storage to keep that this mission was made by this recipe. */
  record Note(RunId mission, Owner owner, RecipeId recipe) implements Recipes {}
}
