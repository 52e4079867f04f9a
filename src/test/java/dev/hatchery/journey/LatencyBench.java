package dev.hatchery.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long an event takes from its timestamp, which it gets before it is appended to the journal,
 * to a watcher's receipt: {@code mvn -Pbench verify}. The journal waits for the disk ({@code
 * synchronous=FULL}); one run reports 50 times a second to 100 watchers.
 */
@Tag("bench")
class LatencyBench {
  private static final int WATCHERS = 100;
  private static final int WARM_UP = 200;
  private static final Pattern TIMESTAMP = Pattern.compile("\"timestamp\":\"([^\"]+)\"");

  @TempDir Path folder;

  @Test
  void fromAppendToReceiptAtAHundredWatchers() {
    Resources.file("renderers/steady.py", folder);
    var config = Resources.file("renderers/steady.json", folder);
    var settings =
        Map.of("HATCHERY_PROGRESS_MAX_EVENTS_PER_SECOND", "0", "HATCHERY_STORYTELLER_PACE", "0ms");
    try (var server =
            Server.start(folder.resolve("data"), settings, "--config", config.toString());
        var watchers = Executors.newVirtualThreadPerTaskExecutor()) {
      var run = new Client(server).hatch("A steady creature for a benchmark");
      var watched = new ArrayList<CompletableFuture<List<Duration>>>();
      for (var n = 0; n < WATCHERS; n++) {
        watched.add(
            CompletableFuture.supplyAsync(
                () -> latencies(server.uri("/api/runs/" + run + "/events")), watchers));
      }
      print(watched.stream().flatMap(one -> one.join().stream()).sorted().toList());
    }
  }

  private static List<Duration> latencies(URI uri) {
    var latencies = new ArrayList<Duration>();
    try (var socket = new Socket(uri.getHost(), uri.getPort())) {
      var request =
          "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n\r\n"
              .formatted(uri.getPath(), uri.getAuthority());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var in = socket.getInputStream();
      var buffer = new byte[65536];
      var seen = 0;
      for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        var now = Instant.now();
        var text = new String(buffer, 0, n, StandardCharsets.UTF_8);
        for (var at = TIMESTAMP.matcher(text); at.find(); seen++) {
          if (seen >= WARM_UP) {
            latencies.add(Duration.between(Instant.parse(at.group(1)), now));
          }
        }
        if (text.contains("event: complete") || text.contains("event: error")) {
          return latencies;
        }
      }
      return latencies;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void print(List<Duration> sorted) {
    assertThat(sorted).hasSizeGreaterThan(10_000);
    System.out.printf(
        "append to receipt, %d watchers, synchronous=FULL, %d receipts: "
            + "p50 %.2f ms, p90 %.2f ms, p99 %.2f ms, max %.2f ms%n",
        WATCHERS,
        sorted.size(),
        millis(sorted, 0.50),
        millis(sorted, 0.90),
        millis(sorted, 0.99),
        millis(sorted, 1));
  }

  private static double millis(List<Duration> sorted, double share) {
    return sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size())).toNanos() / 1e6;
  }
}
