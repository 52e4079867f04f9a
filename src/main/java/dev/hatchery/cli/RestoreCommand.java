package dev.hatchery.cli;

import dev.hatchery.cli.client.Facts;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code restore}: puts a backup in the place of the database. */
@Command(
    name = "restore",
    description = "Replace the database by a backup; nothing may be running.")
final class RestoreCommand implements Callable<Integer> {
  @Mixin private DataOptions settings = new DataOptions();

  @Parameters(paramLabel = "FILE", description = "A file that backup made.")
  private Path file = Path.of("");

  private final HatcheryCommand root;
  private final DataFolder folder;
  private final Console console;

  RestoreCommand(HatcheryCommand root, DataFolder folder, Console console) {
    this.root = root;
    this.folder = folder;
    this.console = console;
  }

  @Override
  public Integer call() {
    var readmission = folder.restore(settings.read(console.environment(), Map.of()), file);
    console.say(
        root.json()
            ? Facts.of(Map.of("file", file.toString())).line("restored")
            : "The database is that of " + file);
    readmission.sentences().forEach(console::warn);
    return ExitCode.SUCCEEDED;
  }
}
