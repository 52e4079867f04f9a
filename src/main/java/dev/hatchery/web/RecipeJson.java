package dev.hatchery.web;

import dev.hatchery.protocol.Gaps;
import dev.hatchery.protocol.Recipes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recipe as clients see it.
 *
 * @param runs how many missions by it have succeeded or failed
 * @param successRate of these, 0 to 1, or null while there are none
 */
record RecipeJson(
    String recipeId,
    String name,
    boolean builtIn,
    String objectiveTemplate,
    List<String> parameters,
    int runs,
    @Nullable Double successRate) {

  static RecipeJson of(Recipes.Known known) {
    var recipe = known.recipe();
    var objective = recipe.brief().objective();
    return new RecipeJson(
        recipe.id().value(),
        recipe.name(),
        recipe.owner() == null,
        objective,
        new Gaps(objective).names(),
        known.runs(),
        known.runs() == 0 ? null : Double.valueOf((double) known.successes() / known.runs()));
  }
}
