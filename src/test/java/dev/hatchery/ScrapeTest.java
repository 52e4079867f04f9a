package dev.hatchery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the whole program tells to Prometheus, with two users. */
@SuppressWarnings("NullAway.Init")
class ScrapeTest {
  private static final Pattern OURS = Pattern.compile("(?m)^# TYPE (hatchery_\\w+) ");
  private static final Pattern DESCRIBED = Pattern.compile("(?m)^\\| `(hatchery_\\w+)`");

  @TempDir private static Path data;

  private static TwoUsers users;

  @BeforeAll
  static void start() {
    users = new TwoUsers(data);
  }

  @AfterAll
  static void stop() {
    users.close();
  }

  private static String scraped() {
    var answer = users.bob.get("/metrics");
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  private static void emit(String type) {
    var event = "{\"type\":\"%s\",\"run\":\"adas-backup\",\"data\":{}}".formatted(type);
    assertThat(users.ada.post("/emit", event).status()).isEqualTo(202);
  }

  private static void awaitLine(String line) {
    await().untilAsserted(() -> assertThat(scraped().lines()).contains(line));
  }

  @Test
  void whoeverWatchesIsCountedByHowTheyDo() {
    var poll =
        CompletableFuture.supplyAsync(
            () ->
                users.ada.get(
                    "/api/events?wait=30&type=adas.secret&after="
                        + users.ada.get("/api/events").json().path("last").asLong()));
    try (var stream = users.ada.listen("/stream/progress?replay=0");
        var another = users.ada.listen("/stream/progress?replay=0")) {
      var socket = open("/ws/ada");
      var bridge = open("/eventbus/websocket");
      bridge.sendText("{\"type\":\"register\",\"address\":\"runs\"}", true).join();
      awaitLine("hatchery_watchers{way=\"sse\"} 2.0");
      awaitLine("hatchery_watchers{way=\"websocket\"} 1.0");
      awaitLine("hatchery_watchers{way=\"bridge\"} 1.0");
      awaitLine("hatchery_watchers{way=\"poll\"} 1.0");
      awaitLine("hatchery_watchers_behind 0.0");
      awaitLine("hatchery_watcher_lag_events{quantile=\"1\"} 0.0");
      emit("adas.secret");
      assertThat(poll.join().body()).contains("adas.secret");
      await().until(() -> another.text().contains("adas.secret"));
      assertThat(stream.status()).isEqualTo(200);
      socket.abort();
      bridge.abort();
    }
    awaitLine("hatchery_watchers{way=\"sse\"} 0.0");
    awaitLine("hatchery_watchers{way=\"websocket\"} 0.0");
    awaitLine("hatchery_watchers{way=\"poll\"} 0.0");
  }

  private static WebSocket open(String path) {
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .header(users.ada.shown().get(0), users.ada.shown().get(1))
        .buildAsync(
            java.net.URI.create(users.ada.server().resolve(path).toString().replace("http", "ws")),
            new WebSocket.Listener() {})
        .join();
  }

  @Test
  void anEmitIsTimedUntilItIsInTheJournalAndUntilItIsReceived() {
    // One connection goes to one event loop, so with as many streams as loops one is on its own.
    var loops = Runtime.getRuntime().availableProcessors();
    var streams =
        java.util.stream.IntStream.range(0, loops)
            .mapToObj(i -> users.ada.listen("/stream/progress?replay=0"))
            .toList();
    await()
        .untilAsserted(
            () -> {
              emit("adas.tick");
              assertThat(scraped())
                  .containsPattern("hatchery_emit_acknowledged_seconds_count [1-9]")
                  .containsPattern("hatchery_emit_receipt_seconds_count [1-9]");
            });
    streams.forEach(Asker.Heard::close);
  }

  @Test
  void theFiguresOfAnybodySayNothingOfSomebodyElse() {
    emit("adas.secret");
    assertThat(scraped())
        .contains("hatchery_events_total{kind=\"task\",sort=\"milestone\",type=\"other\"}")
        .contains("hatchery_events_total{kind=\"hatch\",sort=\"milestone\",type=\"complete\"} 1.0")
        .doesNotContain("ada", "bob", "secret");
    for (var hers : users.hers) {
      assertThat(scraped()).doesNotContain(hers);
    }
    for (var stranger : List.of(users.nobody, users.guest)) {
      assertThat(stranger.get("/metrics").body()).doesNotContain("hatchery_");
    }
  }

  @Test
  void everyFigureIsDescribed() throws IOException {
    var described = new TreeSet<String>();
    var table = Files.readString(Path.of("src/docs/metrics.md"));
    DESCRIBED.matcher(table).results().forEach(found -> described.add(found.group(1)));
    var told = new TreeSet<String>();
    emit("adas.tick");
    OURS.matcher(scraped()).results().forEach(found -> told.add(found.group(1)));
    assertThat(told).isEqualTo(described);
  }
}
