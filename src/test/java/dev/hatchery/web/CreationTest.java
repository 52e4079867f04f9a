package dev.hatchery.web;

import static dev.hatchery.web.Client.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.protocol.RunStatus;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreationTest {
  private static final String PATH = "/api/agents/create/stream?description=";

  private WebServer server;
  private FakeHatchery hatchery;
  private Client client;

  @BeforeEach
  void start() {
    server = WebServer.usual();
    hatchery = server.hatchery();
    client = server.client();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String stream(String words) {
    return PATH + encoded(words);
  }

  @Test
  void theSameWordsAtOnceAreOneHatchingHoweverTheyAreSpaced() {
    var ways = List.of("a  small dragon", " a small dragon ", "a small  dragon");
    var streams =
        IntStream.range(0, 12).mapToObj(i -> server.stream(stream(ways.get(i % 3)))).toList();
    assertThat(hatchery.created()).isEqualTo(1);
    hatchery.end(hatchery.latest().id(), RunStatus.SUCCEEDED);
    await().until(() -> streams.stream().allMatch(Stream::over));
    assertThat(streams).allMatch(stream -> stream.types().equals(List.of("complete")));
  }

  @Test
  void otherWordsOrAnotherKeyAreAnotherHatching() {
    for (var path :
        List.of(stream("a"), stream("b"), stream("a") + "&key=1", stream("a") + "&key=2")) {
      server.stream(path).close();
    }
    assertThat(hatchery.created()).isEqualTo(4);
  }

  @Test
  void whoComesBackResumesAndNeverStartsAgain() {
    var path = stream("a dragon");
    server.stream(path).close();
    var id = hatchery.latest().id();
    var seen = hatchery.tick(id, "seen").id();
    var missed = hatchery.tick(id, "missed").id();
    try (var again = server.stream(path, "Last-Event-ID", "" + seen)) {
      await().until(() -> again.ids().equals(List.of("" + missed)));
      var last = hatchery.end(id, RunStatus.SUCCEEDED).id();
      await().until(again::over);
      assertThat(again.ids()).isEqualTo(List.of("" + missed, "" + last));
      assertThat(client.get(path, "Last-Event-ID: " + last).status()).isEqualTo(204);
    }
    assertThat(hatchery.created()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "77", "99999999999999999999"})
  void aCursorOfNoSuchHatchingCreatesNothing(String cursor) {
    var other = hatchery.queue(dev.hatchery.protocol.Owner.LOCAL, "another dragon").id();
    hatchery.tick(other, "one");
    var answer = client.get(stream("a dragon"), "Last-Event-ID: " + cursor);
    assertThat(answer.status()).isEqualTo(204);
    assertThat(hatchery.created()).isEqualTo(1);
  }

  @Test
  void lookingAheadCreatesNothing() {
    var path = stream("a dragon");
    var head = client.ask("HEAD", path, "");
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(client.get(path, "Sec-Purpose: prefetch;prerender").status()).isEqualTo(204);
    assertThat(client.get(path, "Purpose: prefetch").status()).isEqualTo(204);
    assertThat(hatchery.created()).isZero();
  }

  @Test
  void aFullQueueSaysWhenToTryAgain() {
    hatchery.fillQueue();
    for (var answer :
        List.of(
            client.get(stream("a dragon")),
            client.post("/api/runs", "{\"description\":\"a dragon\"}"))) {
      assertThat(answer.status()).isEqualTo(429);
      assertThat(answer.header("retry-after")).isEqualTo("40");
      assertThat(answer.json().path("detail").asText())
          .isEqualTo("The queue is full. Try again in 40 s; your words stay here.");
    }
  }

  @Test
  void theSameKeyAndWordsAreTheSameRunAndOtherWordsAConflict() {
    var wish = "{\"kind\":\"hatch\",\"description\":\"a dragon\"}";
    var first = client.post("/api/runs", wish, "Idempotency-Key: k1");
    var again = client.post("/api/runs", wish, "Idempotency-Key: k1");
    var other = client.post("/api/runs", "{\"description\":\"an owl\"}", "Idempotency-Key: k1");
    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.header("location"))
        .isEqualTo(first.header("location"))
        .isEqualTo("/api/runs/" + first.json().path("id").asText());
    assertThat(other.status()).isEqualTo(409);
    assertThat(client.post("/api/runs", wish, "Idempotency-Key: \t").status()).isEqualTo(400);
    assertThat(hatchery.created()).isEqualTo(1);
  }

  @Test
  void whoWaitsGetsTheCompanion() {
    var waiting = waiting();
    hatchery.end(hatchery.latest().id(), RunStatus.SUCCEEDED);
    var answer = waiting.join();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("name").asText()).isEqualTo("Cinder");
  }

  @Test
  void whoWaitsInVainHearsWhy() {
    var failing = waiting();
    hatchery.end(hatchery.latest().id(), RunStatus.FAILED);
    assertThat(failing.join().status()).isEqualTo(503);
    assertThat(failing.join().code()).isEqualTo("save_failed");
    var cancelled = waiting();
    hatchery.end(hatchery.latest().id(), RunStatus.CANCELLED);
    assertThat(cancelled.join().status()).isEqualTo(409);
  }

  @Test
  void whoAsksAgainLongAfterwardsGetsTheCompanionThoughNoEventIsLeft() {
    var wish = "{\"description\":\"a dragon\"}";
    client.post("/api/agents/create", wish, "Idempotency-Key: k1", "Prefer: respond-async");
    // So that nobody has any of it in memory, either.
    hatchery.silence(true);
    hatchery.end(hatchery.latest().id(), RunStatus.SUCCEEDED);
    hatchery.removeUpTo(hatchery.head());
    var answer = client.post("/api/agents/create", wish, "Idempotency-Key: k1");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("name").asText()).isEqualTo("Cinder");
    assertThat(hatchery.created()).isOne();
  }

  @Test
  void whoDoesNotWantToWaitGetsTheRun() {
    var answer =
        client.post(
            "/api/agents/create", "{\"description\":\"a dragon\"}", "Prefer: respond-async");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().path("status").asText()).isEqualTo("queued");
    assertThat(answer.header("location")).startsWith("/api/runs/");
  }

  private CompletableFuture<Client.Response> waiting() {
    var before = hatchery.created();
    var answer =
        CompletableFuture.supplyAsync(
            () -> client.post("/api/agents/create", "{\"description\":\"a dragon\"}"));
    await().until(() -> hatchery.created() > before);
    return answer;
  }
}
