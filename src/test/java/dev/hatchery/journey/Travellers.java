package dev.hatchery.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.bench.Latencies;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Many of them on one cluster. */
final class Travellers implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final double MOST = 0.99;
  private static final double SOON_MILLIS = 10_000;

  private final Latencies absences = new Latencies();
  private final List<Traveller> all;

  /** Sends so many on their way; each goes to nodes by a chance of its own. */
  Travellers(Cluster cluster, int count) {
    all =
        IntStream.range(0, count)
            .mapToObj(
                n -> {
                  var random = new Random(n);
                  return new Traveller(() -> cluster.any(random).uri("/"), absences);
                })
            .toList();
    all.forEach(Thread.ofVirtual()::start);
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
