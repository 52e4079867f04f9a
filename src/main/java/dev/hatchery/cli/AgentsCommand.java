package dev.hatchery.cli;

import dev.hatchery.cli.client.Client;
import dev.hatchery.cli.client.Facts;
import dev.hatchery.cli.view.Words;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code agents}: all companions that have hatched. */
@Command(name = "agents", description = "List the companions, newest first.")
final class AgentsCommand implements Callable<Integer> {
  @Mixin private DataOptions settings = new DataOptions();

  private final HatcheryCommand root;
  private final Servers servers;
  private final Console console;

  AgentsCommand(HatcheryCommand root, Servers servers, Console console) {
    this.root = root;
    this.servers = servers;
    this.console = console;
  }

  @Override
  public Integer call() {
    var agents = servers.ask(settings, Client::agents);
    if (root.json()) {
      agents.forEach(agent -> console.say(agent.line("agent")));
    } else {
      Table.lines(List.of("AGENT", "NAME", "HATCHED", "TRAITS"), rows(agents))
          .forEach(console::say);
    }
    return ExitCode.SUCCEEDED;
  }

  private static List<List<String>> rows(List<Facts> agents) {
    return agents.stream()
        .map(
            agent ->
                List.of(
                    agent.text("id"),
                    agent.text("name"),
                    Words.moment(agent.text("created_at")),
                    String.join(", ", agent.texts("personality_traits"))))
        .toList();
  }
}
