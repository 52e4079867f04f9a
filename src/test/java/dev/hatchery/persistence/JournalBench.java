package dev.hatchery.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.bench.Figures;
import dev.hatchery.bench.Latencies;
import dev.hatchery.bench.Measured;
import dev.hatchery.bus.Bus;
import dev.hatchery.config.DatabaseUrl;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.RunId;
import dev.hatchery.support.Postgres;
import io.vertx.core.Future;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a commit costs on each database, both of which wait for the disk. */
@Tag("bench")
@ExtendWith(Measured.class)
class JournalBench extends StorageFixture {
  private static final int WARM_UP = 2000;
  private static final int ALONE = 2000;
  private static final int MANY = 64;
  private static final Duration LASTS = Duration.ofSeconds(5);

  @Test
  void sqlite(Figures figures) {
    start();
    measure("SQLite", figures);
  }

  @Test
  void postgres(Figures figures) throws IOException {
    var waits = Map.of("fsync", "on", "full_page_writes", "on", "shared_buffers", "128MB");
    try (var postgres = Postgres.in(data, waits)) {
      shared = DatabaseUrl.of(postgres.database().toString());
      start();
      measure("PostgreSQL", figures);
      try (var other = SharedNode.on(shared, data.resolve("other"))) {
        figures.add(
            "j journal on PostgreSQL, two nodes, 64 runs each: events/s",
            perSecond(List.of(bus, other.bus())));
      }
      requireWhole();
      stop();
    }
  }

  private void measure(String name, Figures figures) {
    insist(bus, create(ADA, "warm up").id(), 1, WARM_UP, new Latencies());
    var took = new Latencies();
    insist(bus, create(ADA, "alone").id(), 1, ALONE, took);
    figures.add("j journal on %s, 1 run: in it after, ms p50".formatted(name), took.millis(0.5));
    figures.add("j journal on %s, the same: ms p99".formatted(name), took.millis(0.99));
    figures.add(
        "j journal on %s, 64 runs, one event at a time: events/s".formatted(name),
        perSecond(List.of(bus)));
    requireWhole();
  }

  private void insist(Bus node, RunId run, long first, long last, Latencies took) {
    for (var seq = first; seq <= last; seq++) {
      var began = System.nanoTime();
      await(node.ask(Addresses.APPEND, ticks(run, 0, seq, seq)));
      took.add(System.nanoTime() - began);
    }
  }

  /** Each run appends its next event once the one before is in the journal. */
  private double perSecond(List<Bus> nodes) {
    var end = System.nanoTime() + LASTS.toNanos();
    var counts = new ArrayList<Future<Long>>();
    for (var node : nodes) {
      var runs = IntStream.range(0, MANY).mapToObj(run -> create(ADA, "moth").id()).toList();
      runs.forEach(run -> counts.add(append(node, run, 1, end)));
    }
    await(Future.all(counts));
    var events = counts.stream().mapToLong(Future::result).sum();
    return events / (double) LASTS.toSeconds();
  }

  private static Future<Long> append(Bus node, RunId run, long seq, long end) {
    return System.nanoTime() > end
        ? Future.succeededFuture(seq - 1)
        : node.ask(Addresses.APPEND, ticks(run, 0, seq, seq))
            .compose(done -> append(node, run, seq + 1, end));
  }

  private void requireWhole() {
    var last = 0L;
    for (var part = read(last); !part.events().isEmpty(); part = read(last)) {
      assertThat(part.events().stream().map(Event::id))
          .containsExactlyElementsOf(
              LongStream.rangeClosed(last + 1, last + part.events().size()).boxed().toList());
      last += part.events().size();
    }
    assertThat(last).isEqualTo(read(last).head());
  }
}
