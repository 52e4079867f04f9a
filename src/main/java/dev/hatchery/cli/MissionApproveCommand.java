package dev.hatchery.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mission approve}: says that a proposed mission may be carried out. */
@Command(name = "approve", description = "Approve a proposed mission.")
final class MissionApproveCommand implements Callable<Integer> {
  @Mixin private DataOptions settings = new DataOptions();

  @Parameters(paramLabel = "MISSION", description = "Its id or number.")
  private String mission = "";

  private final HatcheryCommand root;
  private final Servers servers;
  private final Console console;

  MissionApproveCommand(HatcheryCommand root, Servers servers, Console console) {
    this.root = root;
    this.servers = servers;
    this.console = console;
  }

  @Override
  public Integer call() {
    var approved = servers.ask(settings, client -> client.missions().approve(mission));
    if (root.json()) {
      console.say(approved.line("mission"));
    } else {
      console.say("Mission %s is approved.".formatted(MissionCommand.ref(approved)));
    }
    return ExitCode.SUCCEEDED;
  }
}
