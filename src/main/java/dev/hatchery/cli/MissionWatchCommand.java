package dev.hatchery.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mission watch}: what {@code watch} does, beside the other commands of missions. */
@Command(
    name = "watch",
    description = "Watch a mission to its end. Ctrl-C only leaves: it goes on.")
final class MissionWatchCommand implements Callable<Integer> {
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

  MissionWatchCommand(HatcheryCommand root, Servers servers, Console console) {
    this.root = root;
    this.servers = servers;
    this.console = console;
  }

  @Override
  public Integer call() {
    var watching = new WatchingOne(root, console);
    return servers.stay(settings, connection -> watching.watch(connection, mission, stream));
  }
}
