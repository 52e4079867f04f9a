package dev.hatchery.cli;

import dev.hatchery.cli.client.Facts;
import dev.hatchery.cli.rehearsal.Rehearsal;
import dev.hatchery.config.Config;
import dev.hatchery.config.ConfigFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rehearse}: work for a server of its own, while the launcher has the JVM take notes. */
@Command(
    name = "rehearse",
    description = {
      "Play some seconds of work through a server of its own, for later starts to be quick.",
      "What the JVM learned of it lies beside the jar. It holds for this jar and this JVM; with"
          + " another one it is ignored."
    })
final class RehearseCommand implements Callable<Integer> {
  private static final int SPEAKERS = 8;

  @Option(
      names = "--watchers",
      paramLabel = "N",
      description = "How many watch at a time; 200 by default.")
  private int watchers = 200;

  @Option(
      names = "--act",
      paramLabel = "SECONDS",
      description =
          "How long an act lasts, 5 by default; of three acts the first is twice as long.")
  private int act = 5;

  private final HatcheryCommand root;
  private final Launcher launcher;
  private final Console console;

  RehearseCommand(HatcheryCommand root, Launcher launcher, Console console) {
    this.root = root;
    this.launcher = launcher;
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    var data = Files.createTempDirectory("hatchery-rehearsal");
    try (var server = launcher.launch(() -> config(data))) {
      new Rehearsal(server.address(), watchers, SPEAKERS, Duration.ofSeconds(act)).play();
    } catch (UncheckedIOException e) {
      throw new CommandException("the rehearsal broke off: " + e.getMessage());
    } finally {
      remove(data);
    }
    console.say(root.json() ? Facts.of(Map.of()).line("rehearsed") : "The rehearsal is over.");
    return ExitCode.SUCCEEDED;
  }

  /**
   * Nobody's settings but ours: no model is asked, and no port or data of a real one is touched.
   */
  private static Config config(Path data) {
    return new ConfigFile()
        .read(
            null,
            Map.of(),
            Map.of(
                "data", data.toString(),
                "http.port", "0",
                "llm.provider", "storyteller",
                "progress.maxEventsPerSecond", "0"));
  }

  private static void remove(Path data) throws IOException {
    try (var files = Files.walk(data)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
