package dev.hatchery.cli;

import dev.hatchery.cli.client.Patience;
import dev.hatchery.cli.client.Refusal;
import dev.hatchery.cli.view.BoardScreen;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code watch}: one run or all of them, live. */
@Command(
    name = "watch",
    description = {
      "Watch a run to its end, or all runs.",
      "Ctrl-C only leaves: the run goes on. After a run the exit code says how it ended."
    })
final class WatchCommand implements Callable<Integer> {
  @Mixin private DataOptions settings = new DataOptions();

  @Parameters(
      paramLabel = "RUN",
      arity = "0..1",
      description = "Its id, number or own name; without it all runs.")
  private @Nullable String run;

  @Option(
      names = "--stream",
      description = "Draw in place; otherwise, and in a pipe, one line for each event.")
  private boolean stream;

  private final Servers servers;
  private final Console console;
  private final Displays displays;
  private final WatchingOne one;

  WatchCommand(HatcheryCommand root, Servers servers, Console console) {
    this.servers = servers;
    this.console = console;
    displays = new Displays(root, console);
    one = new WatchingOne(root, console);
  }

  @Override
  public Integer call() {
    return servers.stay(
        settings, connection -> run == null ? all(connection) : one.watch(connection, run, stream));
  }

  private int all(Connection connection) throws IOException, Refusal, InterruptedException {
    var plain = new PlainBoardDisplay(console);
    try (var display = displays.of(stream, BoardScreen::lines, plain, plain)) {
      return new WatchingAll(connection.client(), display, Patience.STEADFAST).watch();
    }
  }
}
