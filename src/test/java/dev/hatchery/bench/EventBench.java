package dev.hatchery.bench;

import dev.hatchery.journey.Server;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way from an emit to its watchers, over the real program with its usual settings but for
 * the limit per run: the journal waits for the disk. Every event must reach every watcher once and
 * in order, however fast.
 */
@Tag("bench")
@ExtendWith(Measured.class)
class EventBench {
  private static final Map<String, String> UNLIMITED =
      Map.of("HATCHERY_PROGRESS_MAX_EVENTS_PER_SECOND", "0");
  private static final int PUBLISHERS = 4;

  @TempDir Path folder;

  private Server server() {
    return Server.start(folder.resolve("data"), UNLIMITED);
  }

  private static String run(long number) {
    return "bench-" + number;
  }

  private static String stream(long run) {
    return "/stream/progress?replay=0&run=" + run(run);
  }

  private static String event(long number) {
    return Publisher.event(run(0), number);
  }

  @Test
  void fanOut(Figures figures) {
    var watchers = 500;
    var warmUp = 500;
    var events = 2500;
    try (var server = server();
        var crowd = new Crowd(server.uri("/"), watchers, any -> stream(0), warmUp)) {
      var publishers = new Publishers(server.uri("/"), PUBLISHERS);
      var used = new Consumption(server.pid());
      publishers.emit(0, warmUp, EventBench::event);
      crowd.await(warmUp);
      var cpu = used.cpu();
      var began = System.nanoTime();
      publishers.emit(warmUp, events, EventBench::event);
      crowd.await(events);
      var seconds = (System.nanoTime() - began) / 1e9;
      var deliveries = (double) watchers * (events - warmUp);
      figures.add("a fan-out, 500 watchers, 4 publishers: deliveries/s", deliveries / seconds);
      figures.add(
          "a fan-out, the same: server's CPU, us per delivery",
          (used.cpu() - cpu) / 1e3 / deliveries);
      last(publishers, crowd, events);
    }
  }

  @Test
  void emit(Figures figures) {
    var warmUp = 2000L;
    var alone = warmUp + 2000;
    var single = alone + 6000;
    // Of a run a hundred may be under way at a time.
    var each = 100L / PUBLISHERS;
    var requests = 1200;
    try (var server = server();
        var crowd = new Crowd(server.uri("/"), 1, any -> stream(0), 0)) {
      var publishers = new Publishers(server.uri("/"), PUBLISHERS);
      publishers.emit(0, warmUp, EventBench::event);
      var acknowledged = new Publishers(server.uri("/"), 1).emit(warmUp, alone, EventBench::event);
      figures.add("b emit, 1 publisher: acknowledged after, ms p50", acknowledged.millis(0.5));
      figures.add("b emit, the same: ms p99", acknowledged.millis(0.99));
      var began = System.nanoTime();
      publishers.emit(alone, single, EventBench::event);
      figures.add(
          "b emit, 4 publishers, one event at a time: events/s", rate(single - alone, began));
      began = System.nanoTime();
      publishers.emit(0, requests, request -> array(single + request * each, each));
      figures.add(
          "b emit, 4 publishers, 25 events at a time: events/s", rate(requests * each, began));
      last(publishers, crowd, single + requests * each);
    }
  }

  private static double rate(long events, long began) {
    return events / ((System.nanoTime() - began) / 1e9);
  }

  private static String array(long from, long count) {
    return LongStream.range(from, from + count)
        .mapToObj(EventBench::event)
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Test
  void latency(Figures figures) {
    var warmUp = 200;
    var events = 700;
    try (var server = server();
        var crowd = new Crowd(server.uri("/"), 100, any -> stream(0), warmUp)) {
      var publisher = new Publishers(server.uri("/"), 1, 50);
      publisher.emit(0, events, EventBench::event);
      crowd.await(events);
      figures.add(
          "c emit to receipt, 100 watchers, 50 events/s: ms p50", crowd.latencies().millis(0.5));
      figures.add("c emit to receipt, the same: ms p99", crowd.latencies().millis(0.99));
      last(publisher, crowd, events);
    }
  }

  @Test
  void manyRuns(Figures figures) {
    var runs = 200;
    var warmUp = 20;
    var each = 80;
    try (var server = server();
        var crowd = new Crowd(server.uri("/"), runs, EventBench::stream, warmUp)) {
      var publishers = new Publishers(server.uri("/"), 2 * PUBLISHERS, 10 * runs);
      var used = new Consumption(server.pid());
      publishers.emit(0, (long) runs * warmUp, n -> Publisher.event(run(n % runs), n / runs));
      crowd.await(warmUp);
      var cpu = used.cpu();
      publishers.emit(
          (long) runs * warmUp, (long) runs * each, n -> Publisher.event(run(n % runs), n / runs));
      crowd.await(each);
      var latencies = crowd.latencies();
      figures.add("d 200 runs of 10 events/s, emit to receipt: ms p50", latencies.millis(0.5));
      figures.add("d 200 runs, the same: ms p99", latencies.millis(0.99));
      figures.add(
          "d 200 runs, the same: server's CPU, us per event",
          (used.cpu() - cpu) / 1e3 / (runs * (each - warmUp)));
      publishers.emit(0, runs, n -> Publisher.event(run(n), each));
      crowd.await(each + 1);
    }
  }

  /** Whoever has the event after the last, and so many in all, got none of them twice. */
  private static void last(Publishers publishers, Crowd crowd, long number) {
    publishers.emit(number, number + 1, EventBench::event);
    crowd.await(number + 1);
  }
}
