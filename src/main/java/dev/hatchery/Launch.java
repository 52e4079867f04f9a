package dev.hatchery;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.cli.CommandException;
import dev.hatchery.cli.RunningServer;
import dev.hatchery.config.Config;
import dev.hatchery.config.ConfigException;
import dev.hatchery.persistence.DataLock;
import dev.hatchery.persistence.StorageException;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Starts a Hatchery in this process, or says in words why that cannot be. */
final class Launch {
  private Launch() {}

  /** Starts one and waits until it can be reached. */
  static RunningServer server(Supplier<Config> settings) {
    var alone = CompletableFuture.supplyAsync(Engine::start);
    try {
      var config = settings.get();
      var lock = hold(config.data());
      return opened(config, new Hatchery(config, lock, engine(config, lock, alone)));
    } catch (RuntimeException e) {
      var unused = drop(alone);
      throw e;
    }
  }

  /** The one that has been started while the settings were read, unless there are other nodes. */
  private static Engine engine(Config config, DataLock lock, CompletableFuture<Engine> alone) {
    if (!config.cluster().enabled()) {
      return alone.join();
    }
    var unused = drop(alone);
    try {
      return Engine.join(config);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static CompletableFuture<Void> drop(CompletableFuture<Engine> engine) {
    return engine.thenCompose(unused -> unused.end().get().toCompletionStage());
  }

  private static RunningServer opened(Config config, Hatchery hatchery) {
    try {
      hatchery.open();
      return hatchery;
    } catch (Exception e) {
      // What fails asynchronously is thrown as it is, checked or not.
      hatchery.close();
      throw failure(config, e);
    }
  }

  private static DataLock hold(Path data) {
    try {
      return DataLock.take(data);
    } catch (StorageException e) {
      throw new CommandException(Objects.toString(e.getMessage()));
    }
  }

  private static RuntimeException failure(Config config, Exception failure) {
    return switch (failure) {
      case ProblemException refused -> new CommandException(refused.problem().detail());
      case StorageException known -> new CommandException(Objects.toString(known.getMessage()));
      case ConfigException known -> known;
      case SocketException known ->
          new CommandException(
              "cannot listen on port %d of %s (%s); choose another with --port or --host"
                  .formatted(config.http().port(), config.http().host(), known.getMessage()));
      case RuntimeException unexpected -> unexpected;
      default -> new IllegalStateException(failure);
    };
  }
}
