package dev.hatchery.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.support.Needs;
import dev.hatchery.support.Postgres;
import dev.hatchery.support.SystemPackage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hatchings on three nodes that are killed, put to sleep for longer than their leases hold, and cut
 * off from a PostgreSQL that restarts, while those who watch move from node to node.
 */
@Needs(SystemPackage.TQDM)
class ClusterIT {
  private static final Duration LONG = Duration.ofMinutes(15);
  private static final Duration GONE = Duration.ofSeconds(10);

  @TempDir Path folder;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void leave() {
    threads.shutdownNow();
  }

  @Test
  void aHundredHatchingsEndOnceWhateverBecomesOfTheNodesAndTheDatabase() throws IOException {
    hold(100, 1);
  }

  @Test
  @Tag("soak")
  void aThousandHatchingsEndOnceWhateverBecomesOfTheNodesAndTheDatabase() throws IOException {
    hold(1000, 8);
  }

  /** Whatever may happen happens so many times. */
  private void hold(int hatchings, int times) throws IOException {
    try (var postgres = Postgres.in(folder, Map.of());
        var model = new PaidModel();
        var cluster =
            new Cluster(
                folder,
                postgres,
                (node, any) -> settings(model, node),
                PaidRenders.flags(folder))) {
      cluster.books().watchWriters();
      var end = new AtomicLong(Long.MAX_VALUE);
      var watchers = Stream.of(Watcher.Way.values()).map(way -> watcher(cluster, way)).toList();
      var watching =
          watchers.stream()
              .map(watcher -> async(() -> watcher.watch(() -> watcher.last() >= end.get())))
              .toList();
      var hatched =
          IntStream.range(0, hatchings)
              .mapToObj(
                  n -> CompletableFuture.supplyAsync(new Hatching(cluster, n)::watched, threads))
              .toList();

      suffer(cluster, postgres, hatched, times);
      var told = hatched.stream().map(CompletableFuture::join).toList();
      end.set(cluster.books().head());
      watchers.forEach(watcher -> watcher.line().mend());
      watching.forEach(CompletableFuture::join);
      watchers.forEach(watcher -> watcher.line().close());

      cluster.books().hold();
      told.forEach(events -> holds(cluster, events));
      var all = LongStream.rangeClosed(1, end.get()).boxed().toList();
      assertThat(watchers).allSatisfy(watcher -> assertThat(watcher.ids()).isEqualTo(all));
      // A watchdog ends the children of who sleeps; what a model is asked for nobody can take back.
      new PaidCalls(PaidRenders.in(folder), List.of()).neverInterleave();
      new PaidCalls(model.calls(), cluster.naps()).neverInterleave();
      assertThat(cluster.books().takeovers()).isGreaterThan(times);
    }
    await().atMost(GONE).until(() -> Processes.saying(folder.toString()).isEmpty());
  }

  private CompletableFuture<Void> async(Runnable work) {
    return CompletableFuture.runAsync(work, threads);
  }

  /** One thing after the other, each when its share of the hatchings is over. */
  private static void suffer(
      Cluster cluster, Postgres postgres, List<? extends CompletableFuture<?>> hatched, int times) {
    List<Runnable> troubles =
        List.of(
            () -> cluster.node("ada").killAndRevive(),
            () -> cluster.nap("bea"),
            postgres::restart,
            () -> killTwoAndRevive(cluster),
            () -> cluster.nap("ada"),
            () -> cluster.node("cleo").stopAndRevive());
    var all = times * troubles.size();
    for (var n = 0; n < all; n++) {
      var share = hatched.size() * (n + 1L) / (all + 2);
      await().atMost(LONG).until(() -> over(hatched) >= share);
      troubles.get(n % troubles.size()).run();
    }
  }

  private static long over(List<? extends CompletableFuture<?>> hatched) {
    return hatched.stream().filter(CompletableFuture::isDone).count();
  }

  private static void killTwoAndRevive(Cluster cluster) {
    cluster.node("bea").kill();
    cluster.node("cleo").kill();
    cluster.node("bea").revive();
    cluster.node("cleo").revive();
  }

  private static void holds(Cluster cluster, List<Told> events) {
    new Rules(events).hold();
    var run = events.getLast().data().path("run_id").asText();
    var ids = events.stream().filter(Told::numbered).map(Told::id).toList();
    assertThat(ids).isEqualTo(cluster.books().idsOf(run));
  }

  private static Watcher watcher(Cluster cluster, Watcher.Way way) {
    var random = new Random(way.name().length());
    return new Watcher(way, new Cutter(() -> cluster.any(random).uri("/"), random));
  }

  private static Map<String, String> settings(PaidModel model, String node) {
    return Map.of(
        "HATCHERY_LLM_PROVIDER", "openai",
        "HATCHERY_LLM_OPENAI_URL", model.url(node),
        "HATCHERY_RENDER_CONCURRENCY", "2",
        "HATCHERY_RENDER_IDLE_TIMEOUT", "2s");
  }
}
