package dev.hatchery.cli;

import dev.hatchery.cli.client.Facts;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code backup}: a copy of the database, made while servers may be running. */
@Command(name = "backup", description = "Copy the database into a file, also while Hatchery runs.")
final class BackupCommand implements Callable<Integer> {
  @Mixin private DataOptions settings = new DataOptions();

  @Parameters(paramLabel = "FILE", description = "A file that does not exist yet.")
  private Path file = Path.of("");

  private final HatcheryCommand root;
  private final DataFolder folder;
  private final Console console;

  BackupCommand(HatcheryCommand root, DataFolder folder, Console console) {
    this.root = root;
    this.folder = folder;
    this.console = console;
  }

  @Override
  public Integer call() {
    folder.backup(settings.read(console.environment(), Map.of()), file);
    console.say(
        root.json()
            ? Facts.of(Map.of("file", file.toString())).line("backup")
            : "The backup is in " + file);
    return ExitCode.SUCCEEDED;
  }
}
