package dev.hatchery.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.bench.Latencies;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Many of them on one cluster. */
final class Travellers implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final double MOST = 0.99;
  private static final double SOON_MILLIS = 10_000;

  private final Latencies absences = new Latencies();
  private final List<Traveller> all;

  /**
   * Sends so many on their way; each goes round the nodes, as a client does that knows them all.
   */
  Travellers(Cluster cluster, int count) {
    all =
        IntStream.range(0, count)
            .mapToObj(AtomicInteger::new)
            .map(next -> new Traveller(() -> door(cluster, next.getAndIncrement()), absences))
            .toList();
    all.forEach(Thread.ofVirtual()::start);
  }

  private static URI door(Cluster cluster, int place) {
    var nodes = cluster.servers();
    return nodes.get(place % nodes.size()).uri("/");
  }

  /** Waits until each of them is watching somewhere. */
  void arrive() {
    await().atMost(PATIENCE).until(() -> all.stream().allMatch(Traveller::here));
  }

  /** Waits until each of them has seen this number, and those before it once and in order. */
  void haveSeen(long head) {
    await()
        .atMost(PATIENCE)
        .until(() -> all.stream().allMatch(one -> one.complaint() != null || one.last() >= head));
    assertThat(all).extracting(Traveller::complaint).containsOnlyNulls();
  }

  /** Nearly all who lost their node found another soon. */
  void cameBackSoon() {
    assertThat(absences.share(SOON_MILLIS)).isGreaterThanOrEqualTo(MOST);
  }

  /** How long they were away, each time. */
  Latencies absences() {
    return absences;
  }

  @Override
  public void close() {
    all.forEach(Traveller::leave);
  }
}
