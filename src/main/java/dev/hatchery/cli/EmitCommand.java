package dev.hatchery.cli;

import dev.hatchery.cli.client.Client;
import dev.hatchery.cli.client.Emission;
import dev.hatchery.cli.client.Facts;
import dev.hatchery.cli.client.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code emit}: reports one event of a task. */
@Command(
    name = "emit",
    description = {
      "Report an event of your own task.",
      "For example:",
      "  hatchery emit task_started '{\"task_id\":\"auth\",\"task_name\":\"Login\"}'",
      "  hatchery emit progress '{\"percent\":40}' --run auth",
      "  hatchery emit task_completed '{\"status\":\"passed\"}' --run auth"
    })
final class EmitCommand implements Callable<Integer> {
  private static final Duration ROOM_BOUND = Duration.ofMinutes(10);
  private static final int JSON_BYTES_MOST = 256 * 1024;
  private static final String STANDARD_INPUT = "-";
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
  private static final String RUN_REQUIRED = "run_required";

  @Mixin private DataOptions settings = new DataOptions();

  @Parameters(
      index = "0",
      paramLabel = "TYPE",
      description =
          "task_started, story_started, ac_completed, story_completed, task_completed,"
              + " error_occurred, progress, or one of your own.")
  private String type = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "JSON",
      description = "Its data, an object; - reads it from standard input.")
  private @Nullable String json;

  @Option(
      names = "--run",
      paramLabel = "ID",
      description = "The run's id, number or your own name for it; not needed with only one.")
  private @Nullable String run;

  private final HatcheryCommand root;
  private final Servers servers;
  private final Console console;

  EmitCommand(HatcheryCommand root, Servers servers, Console console) {
    this.root = root;
    this.servers = servers;
    this.console = console;
  }

  @Override
  public Integer call() {
    var data = data();
    try (var interruption = new Interruption();
        var connection = servers.existing(settings)) {
      var emission = Emission.of(type, data, named(connection.client()));
      new Insistence(ROOM_BOUND, console::warn)
          .insist(() -> connection.client().emit(emission))
          .forEach(this::tell);
      return ExitCode.SUCCEEDED;
    } catch (Refusal refusal) {
      throw refused(refusal);
    } catch (IOException e) {
      throw servers.unreachable(e);
    } catch (InterruptedException e) {
      return ExitCode.INTERRUPTED;
    }
  }

  /**
   * A number is how people call a run. To a server it would be a name of one's own, perhaps of a
   * run that does not exist yet.
   */
  private @Nullable String named(Client client) throws IOException, Refusal {
    if (run == null || !NUMBER.matcher(run).matches()) {
      return run;
    }
    try {
      return client.run(run).text("id");
    } catch (Refusal refusal) {
      if (refusal.notFound()) {
        return run;
      }
      throw refusal;
    }
  }

  private void tell(Facts event) {
    console.say(
        root.json()
            ? event.line("emitted")
            : "Event %s, %s of run %s"
                .formatted(event.text("id"), event.text("seq"), event.text("run_id")));
  }

  private static CommandException refused(Refusal refusal) {
    var known = Servers.refused(refusal);
    return refusal.code().equals(RUN_REQUIRED)
        ? new CommandException(known.getMessage() + " Name it with --run.", known.exitCode())
        : known;
  }

  private Facts data() {
    if (json == null) {
      return Facts.of(Map.of());
    }
    try {
      var data = Facts.parse(json.equals(STANDARD_INPUT) ? input() : json);
      if (data.isObject()) {
        return data;
      }
    } catch (IllegalArgumentException e) {
      throw wrong("The data is no JSON: " + e.getMessage());
    } catch (IOException e) {
      throw wrong("Standard input cannot be read: " + e.getMessage());
    }
    throw wrong("The data must be a JSON object such as {\"percent\": 40}.");
  }

  private String input() throws IOException {
    var bytes = console.in().bytes().readNBytes(JSON_BYTES_MOST + 1);
    if (bytes.length > JSON_BYTES_MOST) {
      throw wrong("The data is longer than %d KiB.".formatted(JSON_BYTES_MOST / 1024));
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static CommandException wrong(String sentence) {
    return new CommandException(sentence, ExitCode.USAGE);
  }
}
