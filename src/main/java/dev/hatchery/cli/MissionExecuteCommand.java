package dev.hatchery.cli;

import dev.hatchery.cli.client.Client;
import dev.hatchery.cli.client.Facts;
import dev.hatchery.cli.client.Refusal;
import dev.hatchery.cli.view.Words;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mission execute}: lets an approved mission begin and watches it to its end. */
@Command(
    name = "execute",
    description = {
      "Let an approved mission begin, and watch it to its end.",
      "Ctrl-C only leaves: the mission goes on. The exit code says how it ended."
    })
final class MissionExecuteCommand implements Callable<Integer> {
  @Mixin private DataOptions settings = new DataOptions();

  @Parameters(paramLabel = "MISSION", description = "Its id or number.")
  private String mission = "";

  @Option(
      names = "--stream",
      description = "Draw in place; otherwise, and in a pipe, one line for each event.")
  private boolean stream;

  private final HatcheryCommand root;
  private final Servers servers;
  private final Console console;

  MissionExecuteCommand(HatcheryCommand root, Servers servers, Console console) {
    this.root = root;
    this.servers = servers;
    this.console = console;
  }

  @Override
  public Integer call() {
    return servers.stay(settings, this::execute);
  }

  private int execute(Connection connection) throws IOException, Refusal, InterruptedException {
    var client = connection.client();
    client.missions().execute(mission);
    var code = new WatchingOne(root, console).watch(connection, mission, stream);
    if (code == ExitCode.SUCCEEDED && !root.json()) {
      tell(client);
    }
    return code;
  }

  private void tell(Client client) throws IOException, Refusal {
    var done = client.missions().find(mission);
    console.say("");
    console.say("Tool:     %s%s".formatted(done.text("tool_used"), confidence(done)));
    if (done.has("actual_cost_usd")) {
      console.say("Cost:     $" + done.text("actual_cost_usd"));
    }
    if (done.has("artifact_reference")) {
      var artifact = "/artifacts/" + done.text("artifact_reference");
      console.say("Artifact: " + client.address(artifact + "/preview"));
    }
  }

  private static String confidence(Facts mission) {
    var confidence = mission.number("tool_confidence");
    return confidence.isEmpty()
        ? ""
        : " (confidence " + Words.percent(100 * confidence.getAsDouble(), false) + ")";
  }
}
