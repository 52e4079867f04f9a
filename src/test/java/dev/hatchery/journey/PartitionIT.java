package dev.hatchery.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.support.Needs;
import dev.hatchery.support.Postgres;
import dev.hatchery.support.SystemPackage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that do not reach each other, and one that does not reach the database. */
@Needs(SystemPackage.TQDM)
class PartitionIT {
  private static final String LONELY = "bea";
  private static final Map<String, String> QUICK =
      Map.of("HATCHERY_STORYTELLER_PACE", "5ms", "HATCHERY_RENDER_IDLE_TIMEOUT", "2s");
  private static final Map<String, String> ALONE =
      Map.of(
          "HATCHERY_CLUSTER_JOIN", "",
          "HATCHERY_STORYTELLER_PACE", "5ms",
          "HATCHERY_RENDER_IDLE_TIMEOUT", "2s");
  private static final Duration SOON = Duration.ofSeconds(40);
  private static final int UNAVAILABLE = 503;

  @TempDir Path folder;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void leave() {
    threads.shutdownNow();
  }

  @Test
  void aNodeWithoutTheDatabaseStopsItsChildrenAndRefusesWhileOthersGoOnWithItsRuns()
      throws IOException {
    try (var postgres = Postgres.in(folder, Map.of());
        var wire = new Wire(postgres.port());
        var cluster =
            new Cluster(
                folder,
                postgres,
                (node, database) -> over(wire, node, database),
                PaidRenders.flags(folder))) {
      cluster.books().watchWriters();
      var hatched = hatched(cluster, 40);
      await().atMost(SOON).until(() -> !cluster.books().heldBy(LONELY).isEmpty());

      wire.silence();

      await()
          .atMost(SOON)
          .until(() -> status(cluster, "GET", "/health/ready", null) == UNAVAILABLE);
      await().atMost(SOON).until(() -> cluster.books().heldBy(LONELY).isEmpty());
      await().atMost(SOON).until(() -> children(LONELY).isEmpty());
      assertThat(
              status(
                  cluster, "POST", "/api/runs", "{\"kind\":\"hatch\",\"description\":\"An owl\"}"))
          .isEqualTo(UNAVAILABLE);
      wire.mend();
      await().atMost(SOON).until(() -> status(cluster, "GET", "/health/ready", null) == 200);
      hatched.forEach(told -> new Rules(told.join()).hold());
      await().atMost(SOON).until(() -> cluster.books().unfinished() == 0);
      cluster.books().hold();
      new PaidCalls(PaidRenders.in(folder), List.of()).neverInterleave();
    }
  }

  @Test
  void nodesThatNeverHearOfEachOtherShareOneJournalAndDoNothingTwice() throws IOException {
    try (var postgres = Postgres.in(folder, Map.of());
        var cluster =
            new Cluster(folder, postgres, (node, database) -> ALONE, PaidRenders.flags(folder));
        var travellers = new Travellers(cluster, 30)) {
      cluster.books().watchWriters();
      travellers.arrive();
      var hatched = hatched(cluster, 20);
      hatched.forEach(told -> new Rules(told.join()).hold());
      travellers.haveSeen(cluster.books().head());
      cluster.books().hold();
      new PaidCalls(PaidRenders.in(folder), List.of()).neverInterleave();
    }
  }

  private List<CompletableFuture<List<Told>>> hatched(Cluster cluster, int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> CompletableFuture.supplyAsync(new Hatching(cluster, n)::watched, threads))
        .toList();
  }

  private List<ProcessHandle> children(String node) {
    return Processes.saying("moody.py", folder.resolve(node).toString());
  }

  private static int status(Cluster cluster, String method, String path, @Nullable String body) {
    try {
      return cluster.node(LONELY).client().send(method, path, body).statusCode();
    } catch (UncheckedIOException none) {
      return 0;
    }
  }

  /** One of them has a long way to the database. */
  private static Map<String, String> over(Wire wire, String node, URI database) {
    var settings = new HashMap<>(QUICK);
    if (node.equals(LONELY)) {
      settings.put(
          "HATCHERY_DATABASE",
          database.toString().replace(":" + database.getPort(), ":" + wire.port()));
    }
    return settings;
  }
}
