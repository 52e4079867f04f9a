package dev.hatchery.bench;

import dev.hatchery.journey.Cluster;
import dev.hatchery.journey.Server;
import dev.hatchery.support.Postgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three nodes on one machine over a PostgreSQL that waits for the disk; what they share of the
 * machine they take from each other, so a figure of all three is none of three machines.
 */
@Tag("bench")
@ExtendWith(Measured.class)
class ClusterBench {
  private static final Map<String, String> DURABLE =
      Map.of(
          "fsync", "on", "full_page_writes", "on", "shared_buffers", "128MB", "autovacuum", "on");
  private static final Map<String, String> UNLIMITED =
      Map.of("HATCHERY_PROGRESS_MAX_EVENTS_PER_SECOND", "0");
  private static final int PUBLISHERS = 4;
  private static final int WATCHERS = 1000;
  private static final double RATE = 20; // events/s

  @TempDir Path folder;

  private Postgres postgres() throws IOException {
    return Postgres.in(folder, DURABLE);
  }

  private Cluster cluster(Postgres postgres) {
    return new Cluster(folder, postgres, (node, database) -> UNLIMITED);
  }

  /**
   * From an emit to the receipts of the watchers of one node. Emits at that node and at another
   * take turns, so that what else happens on the machine meets both alike.
   */
  @Test
  void latency(Figures figures) throws IOException {
    var warmUp = 600;
    var events = 1800;
    try (var postgres = postgres();
        var cluster = cluster(postgres)) {
      var here = cluster.servers().getFirst().uri("/");
      var there = cluster.servers().getLast().uri("/");
      try (var crowd = new Crowd(here, WATCHERS, any -> "/stream/progress?replay=0", warmUp, 2)) {
        var publishers = new Publishers(List.of(here, there), 1, RATE);
        publishers.emit(0, events, n -> Publisher.event(n % 2 == 0 ? "here" : "there", n));
        crowd.await(events);
        var same = crowd.latencies(0);
        var across = crowd.latencies(1);
        figures.add("n emit to receipt, 1,000 watchers of that node: ms p50", same.millis(0.5));
        figures.add("n emit to receipt, of that node: ms p99", same.millis(0.99));
        figures.add("n emit to receipt, of another node: ms p50", across.millis(0.5));
        figures.add("n emit to receipt, of another node: ms p99", across.millis(0.99));
        figures.add(
            "n latency that another node adds: ms p50", across.millis(0.5) - same.millis(0.5));
        figures.add(
            "n latency that another node adds: ms p99", across.millis(0.99) - same.millis(0.99));
      }
    }
  }

  @Test
  void events(Figures figures) throws IOException {
    try (var postgres = postgres();
        var cluster = cluster(postgres)) {
      var nodes = cluster.servers();
      emit(nodes, 500, 1, "warm");
      var one = List.of(nodes.getFirst());
      figures.add("n emit at 1 node, one event at a time: events/s", emit(one, 3000, 1, "one"));
      figures.add("n emit at 1 node, 25 at a time: events/s", emit(one, 400, 25, "many"));
      figures.add("n emit at 3 nodes, one event at a time: events/s", emit(nodes, 1500, 1, "all"));
      figures.add("n emit at 3 nodes, 25 at a time: events/s", emit(nodes, 200, 25, "alls"));
    }
  }

  /** Events a second in all, each node with publishers and runs of its own. */
  private static double emit(List<Server> nodes, int requests, int each, String run) {
    var began = System.nanoTime();
    var work =
        nodes.stream()
            .map(
                node ->
                    CompletableFuture.runAsync(
                        () ->
                            new Publishers(node.uri("/"), PUBLISHERS)
                                .emit(0, requests, n -> batch(run + node.pid(), n, each))))
            .toList();
    work.forEach(CompletableFuture::join);
    return (double) nodes.size() * requests * each / ((System.nanoTime() - began) / 1e9);
  }

  private static String batch(String run, long request, int each) {
    // Each publisher has runs of its own, since of one a hundred events may be under way.
    var own = run + "-" + request % PUBLISHERS;
    return LongStream.range(request * each, (request + 1) * each)
        .mapToObj(n -> Publisher.event(own, n))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
