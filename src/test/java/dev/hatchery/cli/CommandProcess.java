package dev.hatchery.cli;

import dev.hatchery.config.Config;
import java.util.function.Supplier;

/** The command line as a process of its own, with no server in it. */
public final class CommandProcess {
  private CommandProcess() {}

  public static void main(String[] args) {
    System.exit(
        HatcheryCommand.run(
            args, CommandProcess::none, new NoData(), (config, paint, found) -> {}));
  }

  private static RunningServer none(Supplier<Config> settings) {
    throw new CommandException("there is no server in this process");
  }
}
