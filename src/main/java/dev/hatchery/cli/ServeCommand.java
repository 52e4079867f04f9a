package dev.hatchery.cli;

import dev.hatchery.cli.client.Facts;
import dev.hatchery.config.Config;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  @Option(
      names = "--cluster",
      description = "Be one Hatchery with other nodes; needs --database postgresql://…")
  private boolean cluster;

  @Option(
      names = "--join",
      paramLabel = "HOST:PORT",
      split = ",",
      description = "The nodes, separated by commas; this one may be among them.")
  private @Nullable List<String> join;

  @Option(
      names = "--cluster-port",
      paramLabel = "N",
      description =
          "Where the other nodes find this one; 5701 by default. Their messages arrive at N + 100.")
  private @Nullable Integer clusterPort;

  @Option(
      names = "--node",
      paramLabel = "NAME",
      description = "The name of this node, which it keeps; that of the machine by default.")
  private @Nullable String node;

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
    try (var impatience = Impatience.heeded(server::hurry)) {
      announce(server);
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
    put(flags, "http.host", host);
    put(flags, "http.port", port);
    put(flags, "cluster.enabled", cluster ? true : null);
    put(flags, "cluster.join", join == null ? null : String.join(",", join));
    put(flags, "cluster.port", clusterPort);
    put(flags, "cluster.node", node);
    return settings.read(console.environment(), flags);
  }

  private static void put(Map<String, String> flags, String path, @Nullable Object value) {
    if (value != null) {
      flags.put(path, value.toString());
    }
  }
}
