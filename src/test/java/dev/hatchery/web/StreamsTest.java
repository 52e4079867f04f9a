package dev.hatchery.web;

import static dev.hatchery.web.Client.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunStatus;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamsTest extends ServerFixture {
  private static String events(RunId id) {
    return "/api/runs/" + id + "/events";
  }

  @Test
  void aStreamTellsAllFromTheStartAndClosesWithTheEnding() {
    var id = run();
    var first = hatchery.tick(id, "one").id();
    try (var stream = server.stream(events(id))) {
      await().until(() -> stream.ids().size() == 1);
      hatchery.tick(id, "two");
      var last = hatchery.end(id, RunStatus.SUCCEEDED).id();
      await().until(stream::over);
      assertThat(stream.ids()).isEqualTo(ids(first, last));
      assertThat(stream.types()).containsExactly("llm_progress", "llm_progress", "complete");
      assertThat(stream.greeted()).isTrue();
      assertThat(stream.header("content-type")).isEqualTo("text/event-stream; charset=utf-8");
      assertThat(stream.header("cache-control")).isEqualTo("no-store");
    }
  }

  @Test
  void fiftyWatchersGetTheSameInTheSameOrder() {
    var id = run();
    var streams = IntStream.range(0, 50).mapToObj(i -> server.stream(events(id))).toList();
    var first = hatchery.tick(id, "0").id();
    for (var i = 1; i < 200; i++) {
      hatchery.tick(id, "tick " + i);
    }
    var last = hatchery.end(id, RunStatus.SUCCEEDED).id();
    await().until(() -> streams.stream().allMatch(Stream::over));
    assertThat(streams.getFirst().ids()).isEqualTo(ids(first, last));
    assertThat(streams)
        .allSatisfy(
            stream -> assertThat(stream.numbered()).isEqualTo(streams.getFirst().numbered()));
  }

  @Test
  void runsNeverMix() {
    var runs = List.of(run(), run(), run());
    var streams = runs.stream().map(id -> server.stream(events(id))).toList();
    for (var i = 0; i < 30; i++) {
      hatchery.tick(runs.get(i % 3), "tick " + i);
    }
    runs.forEach(id -> hatchery.end(id, RunStatus.SUCCEEDED));
    await().until(() -> streams.stream().allMatch(Stream::over));
    for (var i = 0; i < 3; i++) {
      var id = runs.get(i).value();
      assertThat(streams.get(i).numbered())
          .hasSize(11)
          .allMatch(event -> Stream.data(event).path("run_id").asText().equals(id));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"header", "last_event_id", "lastEventId"})
  void whoComesBackGetsExactlyWhatFollowed(String way) {
    var id = run();
    var seen = hatchery.tick(id, "seen").id();
    hatchery.tick(id, "missed");
    hatchery.tick(id, "missed too");
    try (var stream =
        way.equals("header")
            ? server.stream(events(id) + "?last_event_id=0", "Last-Event-ID", "" + seen)
            : server.stream(events(id) + "?" + way + "=" + seen)) {
      await().until(() -> stream.ids().size() == 2);
      hatchery.tick(id, "live");
      await().until(() -> stream.ids().size() == 3);
      assertThat(stream.ids()).isEqualTo(ids(seen + 1, seen + 3));
    }
  }

  @Test
  void aCursorAtTheEndingEndsTheReconnecting() {
    var id = run();
    var last = hatchery.end(id, RunStatus.CANCELLED).id();
    var answer = client.get(events(id), "Last-Event-ID: " + last);
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "1.5", "", "+3", "1e3", "١"})
  void aCursorThatIsNoNumberIsRefused(String cursor) {
    var id = run();
    var answer = client.get(events(id) + "?last_event_id=" + encoded(cursor));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid_cursor");
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999999", "99999999999999999999999"})
  void aCursorAheadOfTheJournalGetsAGapASnapshotAndThenGoesOn(String cursor) {
    var id = run();
    hatchery.tick(id, "before");
    try (var stream = server.stream(events(id), "Last-Event-ID", cursor)) {
      await().until(() -> stream.all().size() == 2);
      assertThat(stream.types()).containsExactly("gap", "snapshot");
      var snapshot = Stream.data(stream.all().getLast());
      assertThat(snapshot.at("/runs/0/id").asText()).isEqualTo(id.value());
      var next = hatchery.tick(id, "after").id();
      await().until(() -> stream.ids().equals(List.of("" + next)));
    }
  }

  @Test
  void aCursorAheadOfAFinishedRunLearnsItsEndingAndCloses() {
    var id = run();
    hatchery.tick(id, "before");
    var last = hatchery.end(id, RunStatus.SUCCEEDED).id();
    try (var stream = server.stream(events(id), "Last-Event-ID", "999999999")) {
      await().until(stream::over);
      assertThat(stream.types()).containsExactly("gap", "snapshot", "complete");
      assertThat(stream.ids()).containsExactly("" + last);
    }
  }

  @Test
  void eventsAsJsonAreThoseAfterTheCursor() {
    var id = run();
    var seen = hatchery.tick(id, "seen").id();
    for (var i = 0; i < 600; i++) {
      hatchery.tick(id, "é " + i);
    }
    var answer = client.get(events(id) + "?last_event_id=" + seen, "Accept: application/json");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("events")).hasSize(600);
    assertThat(answer.json().at("/events/0/id").asLong()).isEqualTo(seen + 1);
    assertThat(answer.json().at("/events/599/data/message").asText()).isEqualTo("é 599");
  }

  @Test
  void aRunOfSomebodyElseIsNotFound() {
    var id = hatchery.queue(new Owner("somebody else"), "their dragon").id();
    hatchery.tick(id, "secret");
    var missing = client.get(events(RunId.random()));
    var foreign = client.get(events(id));
    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.body()).isEqualTo(missing.body());
    assertThat(client.get("/api/runs/" + id).body()).isEqualTo(missing.body());
  }

  @Test
  void whatIsCommittedUnheardIsReadFromStorage() {
    var id = run();
    try (var stream = server.stream(events(id))) {
      await().until(stream::greeted);
      hatchery.silence(true);
      var lost = hatchery.tick(id, "unheard").id();
      hatchery.silence(false);
      hatchery.tick(id, "heard");
      await().until(() -> stream.ids().size() == 2);
      assertThat(stream.ids()).isEqualTo(ids(lost, lost + 1));
    }
  }

  @Test
  void aStreamGoesOnAfterStorageWasAwayForAWhile() {
    var id = run();
    hatchery.tick(id, "before");
    try (var stream = server.stream(events(id))) {
      await().until(() -> stream.ids().size() == 1);
      hatchery.silence(true);
      hatchery.tick(id, "unheard");
      hatchery.silence(false);
      hatchery.breakDown(
          new dev.hatchery.protocol.Problem.Unavailable("database", "It cannot be read."));
      hatchery.tick(id, "heard too early");
      assertThat(stream.ids()).hasSize(1);
      hatchery.breakDown(null);
      await().until(() -> stream.ids().size() == 3);
    }
  }
}
