package dev.hatchery.cli;

import dev.hatchery.cli.client.Refusal;
import java.io.IOException;
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
    try (var interruption = new Interruption();
        var connection = servers.existing(settings)) {
      return new WatchingOne(root, console).watch(connection, mission, stream);
    } catch (Refusal refusal) {
      throw Servers.refused(refusal);
    } catch (IOException e) {
      throw servers.unreachable(e);
    } catch (InterruptedException e) {
      return ExitCode.INTERRUPTED;
    }
  }
}
