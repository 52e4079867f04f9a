package dev.hatchery.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that report to a server which is killed again and again. */
@SuppressWarnings("NullAway.Init")
class EmitIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int EMITTERS = 4;
  private static final int BETWEEN_KILLS = 60;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private volatile boolean over;

  @AfterEach
  void leave() {
    threads.shutdownNow();
  }

  @Test
  void threeKillsLoseNoAcknowledgedEventAndDoubleNone() {
    survive(3);
  }

  @Test
  @Tag("soak")
  void fiftyKillsLoseNoAcknowledgedEventAndDoubleNone() {
    survive(50);
  }

  @Test
  void aTaskGoesOnAfterAKillWithItsChecklist() {
    try (var server = new Revived(this::start)) {
      accepted(
          server,
          """
          {"type":"task_started","run":"job","data":{"task_name":"Job","stories":[
            {"story_id":"a","ac_count":2},{"story_id":"b","ac_count":2}]}}
          """);
      accepted(server, "{\"type\":\"ac_completed\",\"data\":{\"story_id\":\"a\",\"ac_index\":0}}");
      server.killAndRevive();
      accepted(server, "{\"type\":\"ac_completed\",\"data\":{\"story_id\":\"a\",\"ac_index\":1}}");

      var run = server.client().get("/api/runs/job");
      assertThat(run.path("measured").asDouble()).isEqualTo(50);
      assertThat(run.path("task").path("stories").path(0).path("ac_done").asInt()).isEqualTo(2);
      accepted(
          server, "{\"type\":\"task_completed\",\"run\":\"job\",\"data\":{\"status\":\"passed\"}}");
      var last = new ArrayList<String>();
      server
          .client()
          .watch(run.path("id").asText(), 0, told -> told.numbered() && !last.add(told.type()));
      assertThat(last).endsWith("task_completed", "complete");
    }
  }

  /** An emitter's events are numbered; it says each until it is acknowledged, then the next. */
  private void survive(int kills) {
    try (var server = new Revived(this::start)) {
      var emitters =
          IntStream.range(0, EMITTERS)
              .mapToObj(n -> CompletableFuture.supplyAsync(() -> emit(server, "e" + n), threads))
              .toList();
      for (var kill = 1; kill <= kills; kill++) {
        var wanted = kill * BETWEEN_KILLS;
        await().atMost(PATIENCE).until(() -> acknowledged.get() >= wanted);
        server.killAndRevive();
      }
      over = true;
      for (var n = 0; n < EMITTERS; n++) {
        check(server.client(), "e" + n, emitters.get(n).join());
      }
    }
  }

  private List<JsonNode> emit(Revived server, String run) {
    var places = new ArrayList<JsonNode>();
    while (!over) {
      var n = places.size();
      var body =
          "{\"type\":\"noted\",\"run\":\"%1$s\",\"event_id\":\"%1$s-%2$d\",\"data\":{\"n\":%2$d}}"
              .formatted(run, n);
      places.add(accepted(server, body));
      acknowledged.incrementAndGet();
    }
    return places;
  }

  private static void check(Client client, String run, List<JsonNode> places) {
    var id = client.get("/api/runs/" + run).path("id").asText();
    var events = new ArrayList<Told>();
    var ends = "{\"type\":\"task_completed\",\"run\":\"%s\"}".formatted(run);
    assertThat(client.send("POST", "/emit", ends).statusCode()).isEqualTo(202);
    client.watch(id, 0, told -> told.numbered() && !events.add(told));
    assertThat(events).hasSize(places.size() + 2);
    for (var n = 0; n < places.size(); n++) {
      var event = events.get(n);
      assertThat(event.data().path("n").asInt()).isEqualTo(n);
      assertThat(event.seq()).isEqualTo(n + 1L);
      assertThat(places.get(n).path("id").asLong()).isEqualTo(event.id());
      assertThat(places.get(n).path("run_id").asText()).isEqualTo(id);
    }
    assertThat(events).extracting(Told::id).isSorted();
  }

  /** Says it until it is acknowledged, and gives its place. */
  private static JsonNode accepted(Revived server, String body) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(10))
        .pollDelay(Duration.ZERO)
        .until(() -> place(server.client(), body), place -> place != null);
  }

  private static @Nullable JsonNode place(Client client, String body) {
    try {
      HttpResponse<String> answer = client.send("POST", "/emit", body);
      if (answer.statusCode() == 202) {
        return JSON.readTree(answer.body()).path("events").get(0);
      }
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
      return null;
    } catch (UncheckedIOException dead) {
      return null;
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private Server start() {
    return Server.start(
        folder.resolve("data"), Map.of("HATCHERY_PROGRESS_MAX_EVENTS_PER_SECOND", "0"));
  }
}
