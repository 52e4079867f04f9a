package dev.hatchery.cli;

import dev.hatchery.cli.client.Facts;
import dev.hatchery.config.Config;
import java.util.HashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: a Hatchery until it is told to stop. */
@Command(name = "serve", description = "Start Hatchery and keep it running.")
final class ServeCommand implements Callable<Integer> {
  @Mixin private DataOptions settings = new DataOptions();

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "Where to listen; 127.0.0.1 by default.")
  private @Nullable String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port; 8000 by default, 0 picks a free one.")
  private @Nullable Integer port;

  private final HatcheryCommand root;
  private final Launcher launcher;
  private final Console console;

  ServeCommand(HatcheryCommand root, Launcher launcher, Console console) {
    this.root = root;
    this.launcher = launcher;
    this.console = console;
  }

  @Override
  public Integer call() {
    var server = launcher.launch(this::config);
    var stop = new Thread(server::close, "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    announce(server);
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Runtime.getRuntime().removeShutdownHook(stop);
      server.close();
    }
    return ExitCode.SUCCEEDED;
  }

  private void announce(RunningServer server) {
    console.say(
        root.json()
            ? Facts.of("{\"address\":\"%s\"}".formatted(server.address())).line("ready")
            : "Hatchery is ready at " + server.address());
  }

  private Config config() {
    var flags = new HashMap<String, String>();
    if (host != null) {
      flags.put("http.host", host);
    }
    if (port != null) {
      flags.put("http.port", port.toString());
    }
    return settings.read(console.environment(), flags);
  }
}
