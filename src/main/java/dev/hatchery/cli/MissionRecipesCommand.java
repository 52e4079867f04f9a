package dev.hatchery.cli;

import dev.hatchery.cli.client.Facts;
import dev.hatchery.cli.view.Words;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mission recipes}: missions that are made again and again. */
@Command(
    name = "recipes",
    description = {
      "List the recipes, propose a mission by one, keep a finished mission as one, or delete one."
    })
final class MissionRecipesCommand implements Callable<Integer> {
  @Mixin private DataOptions settings = new DataOptions();

  @ArgGroup private What what = new What();

  @Option(
      names = "--set",
      paramLabel = "NAME=TEXT",
      description = "With --use: what stands in its objective; may be given several times.")
  private Map<String, String> parameters = Map.of();

  private final HatcheryCommand root;
  private final Servers servers;
  private final Console console;

  MissionRecipesCommand(HatcheryCommand root, Servers servers, Console console) {
    this.root = root;
    this.servers = servers;
    this.console = console;
  }

  /** What else than listing them; one of these. */
  static final class What {
    @Option(names = "--use", paramLabel = "RECIPE", description = "Propose a mission by it.")
    private @Nullable String use;

    @Option(
        names = "--delete",
        paramLabel = "RECIPE",
        description = "Keep this recipe of yours no longer. Missions and schedules by it stay.")
    private @Nullable String delete;

    @ArgGroup(exclusive = false)
    private @Nullable Keeping keeping;
  }

  /** A mission to keep and the name to keep it under. */
  static final class Keeping {
    @Option(
        names = "--keep",
        required = true,
        paramLabel = "MISSION",
        description = "Keep this finished mission as a recipe.")
    private String mission = "";

    @Option(
        names = "--name",
        required = true,
        paramLabel = "NAME",
        description = "Under this name.")
    private String name = "";
  }

  @Override
  public Integer call() {
    if (what.use != null) {
      propose(what.use);
    } else if (what.delete != null) {
      delete(what.delete);
    } else if (what.keeping != null) {
      keep(what.keeping);
    } else {
      list(servers.ask(settings, client -> client.missions().recipes()));
    }
    return ExitCode.SUCCEEDED;
  }

  private void propose(String recipe) {
    var mission = servers.ask(settings, client -> client.missions().fromRecipe(recipe, parameters));
    if (root.json()) {
      console.say(mission.line("mission"));
    } else {
      MissionCommand.proposed(mission, console);
    }
  }

  private void delete(String recipe) {
    servers.ask(
        settings,
        client -> {
          client.missions().forget(recipe);
          return recipe;
        });
    console.say(
        root.json()
            ? Facts.of(Map.of("recipe_id", recipe)).line("forgotten")
            : "The recipe %s is gone.".formatted(recipe));
  }

  private void keep(Keeping keeping) {
    var recipe =
        servers.ask(settings, client -> client.missions().keep(keeping.mission, keeping.name));
    console.say(
        root.json()
            ? recipe.line("recipe")
            : "Kept as %s: %s".formatted(recipe.text("recipe_id"), recipe.text("name")));
  }

  private void list(List<Facts> recipes) {
    if (root.json()) {
      recipes.forEach(recipe -> console.say(recipe.line("recipe")));
    } else {
      var rows = recipes.stream().map(MissionRecipesCommand::row).toList();
      Table.lines(List.of("RECIPE", "NAME", "RUNS", "SUCCEEDED", "OBJECTIVE"), rows)
          .forEach(console::say);
    }
  }

  private static List<String> row(Facts recipe) {
    var rate = recipe.number("success_rate");
    return List.of(
        recipe.text("recipe_id"),
        recipe.text("name"),
        recipe.text("runs"),
        rate.isEmpty() ? "" : Words.percent(100 * rate.getAsDouble(), false),
        recipe.text("objective_template"));
  }
}
