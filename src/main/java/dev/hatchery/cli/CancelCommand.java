package dev.hatchery.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cancel}: stops a run. */
@Command(name = "cancel", description = "Cancel a run that has not ended.")
final class CancelCommand implements Callable<Integer> {
  @Mixin private DataOptions settings = new DataOptions();

  @Parameters(paramLabel = "RUN", description = "Its id, as runs prints it.")
  private String run = "";

  private final Servers servers;
  private final Console console;

  CancelCommand(Servers servers, Console console) {
    this.servers = servers;
    this.console = console;
  }

  @Override
  public Integer call() {
    servers.ask(settings, client -> client.cancel(run));
    console.say("Cancelled " + run);
    return ExitCode.SUCCEEDED;
  }
}
