package dev.hatchery.cli;

import dev.hatchery.config.Config;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** The command line as a process of its own, with no server in it. */
public final class CommandProcess {
  private CommandProcess() {}

  public static void main(String[] args) {
    System.exit(HatcheryCommand.run(args, CommandProcess::none, new Nothing()));
  }

  private static RunningServer none(Supplier<Config> settings) {
    throw new CommandException("there is no server in this process");
  }

  private record Nothing() implements DataFolder {
    @Override
    public Optional<URI> holder(Path data) {
      return Optional.empty();
    }

    @Override
    public void backup(Path data, Path file) {}

    @Override
    public void restore(Path data, Path file) {}
  }
}
