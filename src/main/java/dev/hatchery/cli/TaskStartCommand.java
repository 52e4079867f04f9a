package dev.hatchery.cli;

import dev.hatchery.cli.client.Client;
import dev.hatchery.cli.client.Emission;
import dev.hatchery.cli.client.Facts;
import dev.hatchery.cli.client.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code task start}: a product requirements file becomes a task with all its criteria. */
@Command(
    name = "start",
    description = {
      "Start a task from a product requirements file.",
      "That is a JSON object with userStories:",
      "  [{\"id\", \"title\", \"acceptanceCriteria\": [...], \"priority\"}]"
    })
final class TaskStartCommand implements Callable<Integer> {
  private static final Duration ROOM_BOUND = Duration.ofMinutes(10);

  @Mixin private DataOptions settings = new DataOptions();

  @Option(names = "--prd", required = true, paramLabel = "FILE", description = "That file.")
  private Path file = Path.of("");

  private final HatcheryCommand root;
  private final Servers servers;
  private final Console console;

  TaskStartCommand(HatcheryCommand root, Servers servers, Console console) {
    this.root = root;
    this.servers = servers;
    this.console = console;
  }

  @Override
  public Integer call() {
    var requirements = Requirements.read(file);
    var emission = Emission.of("task_started", requirements.started(), null);
    return servers.stay(
        settings,
        connection -> {
          tell(start(connection.client(), emission), requirements);
          return ExitCode.SUCCEEDED;
        });
  }

  private Facts start(Client client, Emission emission)
      throws IOException, Refusal, InterruptedException {
    var events = new Insistence(ROOM_BOUND, console::warn).insist(() -> client.emit(emission));
    return client.run(events.getFirst().text("run_id"));
  }

  private void tell(Facts run, Requirements requirements) {
    if (root.json()) {
      console.say(run.line("run"));
      return;
    }
    var ref = run.has("number") ? run.text("number") : run.text("id");
    var story = requirements.stories().getFirst().id();
    console.say("Task %s has started: %s".formatted(ref, requirements.title()));
    console.say(requirements.size() + "; its run is " + run.text("id"));
    console.say("");
    console.say("Report on it:");
    var about = Map.of("story_id", story);
    var passed = Map.of("status", "passed");
    say("story_started", ref, about);
    say("ac_completed", ref, about, Map.of("ac_index", 0));
    say("story_completed", ref, about, passed);
    say("task_completed", ref, passed);
    console.say("Watch it:");
    console.say("  hatchery watch %s --stream".formatted(ref));
  }

  @SafeVarargs
  private void say(String type, String ref, Map<String, ?>... parts) {
    var data = new LinkedHashMap<String, Object>();
    for (var part : parts) {
      data.putAll(part);
    }
    console.say(
        "  hatchery emit %s %s --run %s".formatted(type, quoted(Facts.of(data).written()), ref));
  }

  /** One word for a shell, whatever is in it. */
  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
