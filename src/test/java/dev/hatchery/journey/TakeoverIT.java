package dev.hatchery.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.support.Postgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How soon a run goes on elsewhere when its node is killed, for somebody who watches it. */
class TakeoverIT {
  private static final int TIMES = 5;
  private static final double BEGUN = 35;
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration MOST = Duration.ofSeconds(10);
  private static final Map<String, String> SLOW =
      Map.of("HATCHERY_STORYTELLER_PACE", "1ms", "HATCHERY_PAINTER_PACE", "400ms");

  @TempDir Path folder;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void leave() {
    threads.shutdownNow();
  }

  @Test
  void aRunGoesOnWithinTenSecondsOfTheDeathOfItsNode() throws IOException {
    try (var postgres = Postgres.in(folder, Map.of());
        var cluster = new Cluster(folder, postgres, (node, database) -> SLOW)) {
      cluster.books().watchWriters();
      var reviving = CompletableFuture.<Void>completedFuture(null);
      for (var n = 0; n < TIMES; n++) {
        // Before the next goes, the last is back; no run ends while it is waited for.
        reviving.join();
        var hatching = new Hatching(cluster, n);
        var watched = CompletableFuture.supplyAsync(hatching::watched, threads);
        await().atMost(SOON).until(() -> progress(hatching.told()) > BEGUN);

        var victim = holder(cluster);
        var killed = System.nanoTime();
        cluster.node(victim).kill();
        var head = cluster.books().head();
        await().atMost(SOON).until(() -> hatching.told().getLast().id() > head);

        var took = Duration.ofNanos(hatching.told().getLast().received() - killed);
        System.out.printf("Taken over after %d ms%n", took.toMillis());
        assertThat(took).isLessThan(MOST);
        reviving = CompletableFuture.runAsync(cluster.node(victim)::revive, threads);
        cancel(hatching);
        new Rules(watched.join()).hold();
      }
      reviving.join();
      cluster.books().hold();
    }
  }

  private static double progress(List<Told> told) {
    return told.isEmpty() ? 0 : told.getLast().progress();
  }

  /** Who works on the only run. */
  private static String holder(Cluster cluster) {
    return Cluster.NODES.stream()
        .filter(node -> !cluster.books().heldBy(node).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private static void cancel(Hatching hatching) {
    var path = "/api/runs/" + hatching.told().getFirst().data().path("run_id").asText();
    await()
        .atMost(SOON)
        .ignoreExceptions()
        .until(() -> hatching.anybody().send("DELETE", path, null).statusCode() == 202);
  }
}
