package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunStatus;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollTest extends ServerFixture {
  private static JsonNode poll(String query) {
    return poll(client, query);
  }

  private static JsonNode poll(Client client, String query) {
    var answer = client.get("/api/events" + query);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static CompletableFuture<JsonNode> waiting(String query) {
    return CompletableFuture.supplyAsync(() -> poll(query));
  }

  private static List<Long> numbers(JsonNode answer) {
    return StreamSupport.stream(answer.path("events").spliterator(), false)
        .map(event -> event.path("id").asLong())
        .toList();
  }

  private static List<Long> numbers(long from, long to) {
    return LongStream.rangeClosed(from, to).boxed().toList();
  }

  @Test
  void whoAsksWithoutACursorLearnsWhereTheJournalStands() {
    var last = hatchery.tick(run(), "before").id();
    var answer = poll("?wait=20");
    assertThat(answer.path("events")).isEmpty();
    assertThat(answer.path("last").asLong()).isEqualTo(last);
  }

  @Test
  void whoAsksAgainAndAgainGetsEveryEventOnce() {
    var id = run();
    var from = hatchery.head();
    for (var i = 0; i < 25; i++) {
      hatchery.tick(id, "é " + i);
    }
    var first = poll("?limit=10&after=" + from);
    var second = poll("?limit=10&after=" + first.path("last").asLong());
    var third = poll("?limit=10&after=" + second.path("last").asLong());
    assertThat(numbers(first)).isEqualTo(numbers(from + 1, from + 10));
    assertThat(numbers(second)).isEqualTo(numbers(from + 11, from + 20));
    assertThat(numbers(third)).isEqualTo(numbers(from + 21, from + 25));
    assertThat(third.path("last").asLong()).isEqualTo(from + 25);
    assertThat(third.at("/events/4/type").asText()).isEqualTo("llm_progress");
    assertThat(third.at("/events/4/data/message").asText()).isEqualTo("é 24");
  }

  @Test
  void whoWaitsIsAnsweredByTheNextEvent() {
    try (var own = WebServer.overheard()) {
      own.open();
      var id = own.hatchery().queue(Owner.LOCAL, "a dragon").id();
      var from = own.hatchery().tick(id, "before").id();
      var asked = own.questions();
      var answer =
          CompletableFuture.supplyAsync(() -> poll(own.client(), "?wait=30&after=" + from));
      // It looks once, finds nothing, and looks again when it has begun to wait.
      await().until(() -> Collections.frequency(asked, Addresses.FOLLOW.address()) == 2);
      assertThat(answer).isNotDone();
      var next = own.hatchery().tick(id, "it happens").id();
      assertThat(numbers(answer.join())).containsExactly(next);
      assertThat(answer.join().path("last").asLong()).isEqualTo(next);
    }
  }

  @Test
  void whoWaitsInVainGetsAnEmptyAnswerAndACursorThatIsFurtherOn() {
    var mine = run();
    var from = hatchery.tick(mine, "mine").id();
    var other = hatchery.tick(run(), "another run's").id();
    var answer = poll("?wait=1&run=" + mine + "&after=" + from);
    assertThat(answer.path("events")).isEmpty();
    assertThat(answer.path("last").asLong()).isEqualTo(other);
  }

  @Test
  void whoWaitsForARunHearsNothingOfOthers() {
    var mine = run();
    var other = run();
    var from = hatchery.head();
    var answer = waiting("?wait=30&run=" + mine + "&after=" + from);
    hatchery.tick(other, "another run's");
    var next = hatchery.tick(mine, "mine").id();
    assertThat(numbers(answer.join())).containsExactly(next);
  }

  @Test
  void nobodyWaitsForARunThatHasEnded() {
    var id = run();
    var last = hatchery.end(id, RunStatus.SUCCEEDED).id();
    var answer = poll("?wait=30&run=" + id + "&after=" + last);
    assertThat(answer.path("events")).isEmpty();
    assertThat(answer.path("last").asLong()).isEqualTo(last);
  }

  @Test
  void eventsAreChosenByTypeAndByRunAsOnAStream() {
    var id = run();
    var from = hatchery.head();
    hatchery.tick(id, "a tick");
    var milestone = hatchery.milestone(id, "backstory_complete").id();
    assertThat(numbers(poll("?type=backstory_complete&after=" + from))).containsExactly(milestone);
    assertThat(numbers(poll("?run=" + RunId.random() + "&after=" + from))).isEmpty();
    assertThat(numbers(poll("?kind=task&after=" + from))).isEmpty();
  }

  @Test
  void eventsOfSomebodyElseAreNeverAmongThem() {
    var theirs = hatchery.queue(new Owner("somebody else"), "their dragon").id();
    var from = hatchery.head();
    hatchery.tick(theirs, "secret");
    var mine = hatchery.tick(run(), "mine").id();
    assertThat(numbers(poll("?after=" + from))).containsExactly(mine);
    assertThat(numbers(poll("?run=" + theirs + "&after=0"))).isEmpty();
  }

  @Test
  void aCursorAheadOfTheJournalGetsAGapAndASnapshotAndOneThatHolds() {
    var id = run();
    var head = hatchery.tick(id, "before").id();
    var answer = poll("?wait=30&after=99999999999999999999");
    assertThat(answer.path("events")).isEmpty();
    assertThat(answer.at("/gap/from").asLong()).isEqualTo(Long.MAX_VALUE);
    assertThat(answer.at("/gap/to").asLong()).isEqualTo(head);
    assertThat(answer.path("last").asLong()).isEqualTo(head);
    assertThat(answer.at("/snapshot/runs/0/id").asText()).isEqualTo(id.value());
  }

  @Test
  void aCursorAheadOfAFinishedRunLearnsItsEnding() {
    var id = run();
    var last = hatchery.end(id, RunStatus.SUCCEEDED).id();
    hatchery.tick(run(), "later");
    var answer = poll("?after=999999999&run=" + id);
    assertThat(answer.has("gap")).isTrue();
    assertThat(numbers(poll("?run=" + id + "&after=" + answer.path("last").asLong())))
        .containsExactly(last);
  }

  @Test
  void aCursorWhoseEventsAreGoneGetsAGapAndWhatIsLeft() {
    // More than the fan-out holds in memory, or nothing would be missed.
    try (var own = WebServer.usual()) {
      var id = own.hatchery().queue(Owner.LOCAL, "a dragon").id();
      for (var i = 0; i < 5000; i++) {
        own.hatchery().tick(id, "tick");
      }
      own.hatchery().removeUpTo(5);
      await().until(() -> own.client().get("/api/events").json().path("last").asLong() == 5000);
      var answer = own.client().get("/api/events?limit=10&after=2").json();
      assertThat(answer.at("/gap/from").asLong()).isEqualTo(2);
      assertThat(answer.at("/gap/to").asLong()).isEqualTo(5);
      assertThat(answer.at("/snapshot/runs/0/id").asText()).isEqualTo(id.value());
      assertThat(numbers(answer)).isEqualTo(numbers(6, 15));
      assertThat(answer.path("last").asLong()).isEqualTo(15);
    }
  }

  @Test
  void aPageEndsEarlyWhereItWouldBeVeryLong() {
    var id = run();
    var from = hatchery.head();
    for (var i = 0; i < 300; i++) {
      hatchery.tick(id, "x".repeat(8000));
    }
    var answer = client.get("/api/events?limit=1000&after=" + from);
    assertThat(answer.body().length()).isLessThan(1_100_000);
    assertThat(answer.json().path("last").asLong()).isGreaterThan(from).isLessThan(from + 300);
    assertThat(numbers(answer.json()).getLast()).isEqualTo(answer.json().path("last").asLong());
  }

  @ParameterizedTest
  @CsvSource({
    "after=-1, invalid_cursor",
    "after=x, invalid_cursor",
    "after=1%0Aid:9, invalid_cursor",
    "limit=0, invalid_limit",
    "limit=1001, invalid_limit",
    "wait=31, invalid_wait",
    "wait=-1, invalid_wait",
    "type=a%0Ab, invalid_type",
    "kind=dragon, invalid_kind",
    "after=1&after=2, repeated_parameter"
  })
  void whatCannotBeMeantIsRefused(String query, String code) {
    var answer = client.get("/api/events?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(code);
  }

  @Test
  void whoGoesAwayFreesTheirPlace() throws Exception {
    try (var own = WebServer.impatient()) {
      for (var i = 0; i < 20; i++) {
        var socket = own.client().open();
        var request =
            "GET /api/events?wait=30&after=0 HTTP/1.1\r\nHost: localhost:%d\r\n\r\n"
                .formatted(own.port());
        socket.getOutputStream().write(request.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        socket.close();
      }
      await().until(() -> own.client().get("/api/events?wait=1&after=0").status() == 200);
    }
  }
}
