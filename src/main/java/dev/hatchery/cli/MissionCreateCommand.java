package dev.hatchery.cli;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mission create}: proposes a mission. */
@Command(name = "create", description = "Propose a mission; nothing begins before it is approved.")
final class MissionCreateCommand implements Callable<Integer> {
  @Mixin private DataOptions settings = new DataOptions();

  @Parameters(
      paramLabel = "OBJECTIVE",
      description = "What it is to find, read, write or work out.")
  private String objective = "";

  @Option(names = "--scope", paramLabel = "TEXT", description = "What belongs to it.")
  private @Nullable String scope;

  @Option(
      names = "--constraint",
      paramLabel = "TEXT",
      description = "What it must keep to; may be given several times.")
  private List<String> constraints = List.of();

  @Option(
      names = "--priority",
      paramLabel = "WORD",
      description = "low, normal or high: the urgent pass the others that wait.")
  private @Nullable String priority;

  @Option(names = "--budget", paramLabel = "USD", description = "What it may cost at the most.")
  private @Nullable BigDecimal budget;

  @Option(names = "--ask", description = "Let it ask when it is unsure, instead of failing.")
  private boolean ask;

  private final HatcheryCommand root;
  private final Servers servers;
  private final Console console;

  MissionCreateCommand(HatcheryCommand root, Servers servers, Console console) {
    this.root = root;
    this.servers = servers;
    this.console = console;
  }

  @Override
  public Integer call() {
    var mission = servers.ask(settings, client -> client.missions().create(brief()));
    if (root.json()) {
      console.say(mission.line("mission"));
    } else {
      MissionCommand.proposed(mission, console);
    }
    return ExitCode.SUCCEEDED;
  }

  private Map<String, Object> brief() {
    var brief = new LinkedHashMap<String, Object>();
    brief.put("objective", objective);
    if (scope != null) {
      brief.put("scope", scope);
    }
    if (!constraints.isEmpty()) {
      brief.put("constraints", constraints);
    }
    if (priority != null) {
      brief.put("priority", priority);
    }
    if (budget != null) {
      brief.put("budget_usd", budget);
    }
    if (ask) {
      brief.put("when_unsure", "ask");
    }
    return brief;
  }
}
