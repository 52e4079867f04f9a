package dev.hatchery.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cancel}: stops a run. */
@Command(name = "cancel", description = "Cancel a run that has not ended.")
final class CancelCommand implements Callable<Integer> {
  @Mixin private DataOptions settings = new DataOptions();

  @Parameters(paramLabel = "RUN", description = "Its id, number or own name, as runs prints them.")
  private String run = "";

  private final HatcheryCommand root;
  private final Servers servers;
  private final Console console;

  CancelCommand(HatcheryCommand root, Servers servers, Console console) {
    this.root = root;
    this.servers = servers;
    this.console = console;
  }

  @Override
  public Integer call() {
    var cancelled = servers.ask(settings, client -> client.cancel(run));
    if (root.json()) {
      console.say(cancelled.line("run"));
    } else {
      console.say("Cancelled " + run);
    }
    return ExitCode.SUCCEEDED;
  }
}
