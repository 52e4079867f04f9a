package dev.hatchery.mission.recipe;

import dev.hatchery.protocol.Brief;
import dev.hatchery.protocol.Recipe;
import dev.hatchery.protocol.RecipeId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The recipes that everybody has, from {@code recipes.txt}. */
final class BuiltIn {
  private BuiltIn() {}

  static List<Recipe> recipes() {
    try (var file = BuiltIn.class.getResourceAsStream("recipes.txt")) {
      var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> recipe(line.split(" \\| ")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Recipe recipe(String... cells) {
    var brief = new Brief(cells[2], null, List.of(), Brief.Priority.NORMAL, null, false);
    return new Recipe(new RecipeId(cells[0]), null, cells[1], brief, null);
  }
}
