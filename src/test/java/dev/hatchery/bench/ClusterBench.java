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
      emit(nodes, 4000, 4, 1, "warm");
      var one = List.of(nodes.getFirst());
      figures.add(
          "n emit at 1 node, 1 program, an event at a time: events/s", emit(one, 2000, 1, 1, "a"));
      figures.add("n emit at 1 node, 4 programs: events/s", emit(one, 6000, 4, 1, "b"));
      figures.add("n emit at 1 node, 16 programs: events/s", emit(one, 12000, 16, 1, "c"));
      figures.add(
          "n emit at 1 node, 4 programs, 25 at a time: events/s", emit(one, 800, 4, 25, "d"));
      figures.add("n emit at 3 nodes, 4 programs at each: events/s", emit(nodes, 3000, 4, 1, "e"));
      figures.add("n emit at 3 nodes, 16 at each: events/s", emit(nodes, 6000, 16, 1, "f"));
      figures.add(
          "n emit at 3 nodes, 4 at each, 25 at a time: events/s", emit(nodes, 400, 4, 25, "g"));
    }
  }

  /**
   * Events a second in all, each node with programs of its own, and as many runs as programs, since
   * of one run a hundred events may be under way.
   */
  private static double emit(List<Server> nodes, int requests, int programs, int each, String run) {
    var began = System.nanoTime();
    var work =
        nodes.stream()
            .map(
                node ->
                    CompletableFuture.runAsync(
                        () ->
                            new Publishers(node.uri("/"), programs)
                                .emit(
                                    0,
                                    requests,
                                    n -> batch(run + node.pid() + "-" + n % programs, n, each))))
            .toList();
    work.forEach(CompletableFuture::join);
    return (double) nodes.size() * requests * each / ((System.nanoTime() - began) / 1e9);
  }

  private static String batch(String run, long request, int each) {
    return LongStream.range(request * each, (request + 1) * each)
        .mapToObj(n -> Publisher.event(run, n))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
