package dev.hatchery.journey;

import static org.awaitility.Awaitility.await;

import dev.hatchery.support.Needs;
import dev.hatchery.support.Postgres;
import dev.hatchery.support.SystemPackage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One node after the other goes and comes back, and nobody who watches or orders loses anything.
 */
@Needs(SystemPackage.TQDM)
class RollingIT {
  private static final long BETWEEN_NANOS = Duration.ofMillis(100).toNanos();
  private static final Duration GONE = Duration.ofSeconds(10);

  private static final Map<String, String> SETTINGS =
      Map.of("HATCHERY_STORYTELLER_PACE", "5ms", "HATCHERY_RENDER_IDLE_TIMEOUT", "2s");

  @TempDir Path folder;

  @Test
  void stoppedAndStartedOneByOneTheyLoseNothingAndSixtyWatchersAreBackSoon() throws IOException {
    roll(60, Revived::stopAndRevive);
  }

  @Test
  void killedAndStartedOneByOneTheyLoseNothingAndSixtyWatchersAreBackSoon() throws IOException {
    roll(60, Revived::killAndRevive);
  }

  @Test
  @Tag("soak")
  void stoppedAndStartedOneByOneTheyLoseNothingAndAThousandWatchersAreBackSoon()
      throws IOException {
    roll(1000, Revived::stopAndRevive);
  }

  @Test
  @Tag("soak")
  void killedAndStartedOneByOneTheyLoseNothingAndAThousandWatchersAreBackSoon() throws IOException {
    roll(1000, Revived::killAndRevive);
  }

  private void roll(int watchers, Consumer<Revived> restart) throws IOException {
    try (var postgres = Postgres.in(folder, Map.of());
        var cluster =
            new Cluster(folder, postgres, (node, database) -> SETTINGS, PaidRenders.flags(folder));
        var travellers = new Travellers(cluster, watchers);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      cluster.books().watchWriters();
      travellers.arrive();
      var quiet = new AtomicBoolean();
      var random = new Random(1);
      var program = new Emitter(() -> cluster.any(random), "program");
      var emitting = CompletableFuture.runAsync(() -> program.emit(() -> enough(quiet)), threads);
      var hatched =
          IntStream.range(0, 4 * Cluster.NODES.size())
              .mapToObj(
                  n -> CompletableFuture.supplyAsync(new Hatching(cluster, n)::watched, threads))
              .toList();

      try {
        for (var name : Cluster.NODES) {
          restart.accept(cluster.node(name));
          travellers.arrive();
        }

        hatched.forEach(told -> new Rules(told.join()).hold());
      } finally {
        quiet.set(true);
      }
      emitting.join();
      program.finish();
      travellers.haveSeen(cluster.books().head());
      cluster.books().hold();
      travellers.cameBackSoon();
      System.out.printf(
          "%d watchers were away for %.0f ms, 99 of 100 for less than %.0f ms%n",
          watchers, travellers.absences().millis(0.5), travellers.absences().millis(0.99));
    }
    await().atMost(GONE).until(() -> Processes.saying(folder.toString()).isEmpty());
  }

  /** Light work: no more than ten things a second. */
  private static boolean enough(AtomicBoolean quiet) {
    LockSupport.parkNanos(BETWEEN_NANOS);
    return quiet.get();
  }
}
