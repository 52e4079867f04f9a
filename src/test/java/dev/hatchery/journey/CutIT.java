package dev.hatchery.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Watchers whose line breaks at random, while programs report and the server is killed: each sees
 * every event once, in order, whichever way they watch.
 */
class CutIT {
  private static final int PROGRAMS = 8;

  @TempDir Path folder;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void leave() {
    threads.shutdownNow();
  }

  @Test
  void aWatcherCutSixtyTimesSeesEveryEventOnceOverEveryWayAlsoAcrossARestart() {
    hold(60, 1);
  }

  @Test
  @Tag("soak")
  void aWatcherCutAThousandTimesSeesEveryEventOnceOverEveryWayAlsoAcrossThreeRestarts() {
    hold(1000, 3);
  }

  private void hold(int cuts, int restarts) {
    var data = folder.resolve("data");
    try (var server = new Revived(() -> Server.start(data, Map.of()))) {
      var watchers =
          Stream.of(Watcher.Way.values())
              .map(way -> new Watcher(way, line(server, way.name().length())))
              .toList();
      var lines = watchers.stream().map(Watcher::line).toList();
      var quiet = new AtomicBoolean();
      var end = new AtomicLong(Long.MAX_VALUE);
      var programs =
          IntStream.range(0, PROGRAMS)
              .mapToObj(n -> new Emitter(server::current, "program-" + n))
              .toList();
      var work = new ArrayList<CompletableFuture<Void>>();
      programs.forEach(
          program -> work.add(CompletableFuture.runAsync(() -> program.emit(quiet::get), threads)));
      var watching =
          watchers.stream()
              .map(
                  watcher ->
                      CompletableFuture.runAsync(
                          () -> watcher.watch(() -> watcher.last() >= end.get()), threads))
              .toList();

      for (var n = 1; n <= restarts; n++) {
        cut(lines, cuts * n / (restarts + 1));
        server.killAndRevive();
      }
      cut(lines, cuts);
      quiet.set(true);
      work.forEach(CompletableFuture::join);
      var last = server.client().get("/api/events").path("last").asLong();
      end.set(last);
      lines.forEach(Cutter::mend);
      watching.forEach(CompletableFuture::join);

      var all = LongStream.rangeClosed(1, last).boxed().toList();
      assertThat(programs)
          .allSatisfy(program -> assertThat(all).containsAll(program.acknowledged()));
      assertThat(watchers)
          .allSatisfy(watcher -> assertThat(watcher.ids()).isEqualTo(all))
          .allSatisfy(watcher -> assertThat(watcher.seen()).isEqualTo(watchers.getFirst().seen()));
      assertThat(lines).allSatisfy(line -> assertThat(line.cuts()).isGreaterThanOrEqualTo(cuts));
      lines.forEach(Cutter::close);
    }
  }

  private static Cutter line(Revived server, int seed) {
    return new Cutter(() -> server.current().uri("/"), new Random(seed));
  }

  private static void cut(List<Cutter> lines, int cuts) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(20))
        .until(() -> lines.stream().allMatch(line -> line.cuts() >= cuts));
  }
}
