package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketsTest extends ServerFixture {
  @Test
  void aSocketTellsWhatAStreamTellsUnderTheSameIdsAndClosesWithTheEnding() {
    var id = run();
    hatchery.tick(id, "one");
    try (var socket = socket("/ws/runs/" + id);
        var stream = server.stream("/api/runs/" + id + "/events")) {
      await().until(() -> socket.ids().size() == 1);
      hatchery.tick(id, "zwei — é \\u2028 \\n");
      hatchery.end(id, RunStatus.SUCCEEDED);
      await().until(() -> socket.over() && stream.over());
      assertThat(socket.closeCode()).isEqualTo(1000);
      assertThat(socket.closeReason()).isEqualTo("ended");
      assertThat(socket.ids()).isEqualTo(stream.ids());
      assertThat(socket.types()).isEqualTo(stream.types());
      assertThat(socket.numbered().stream().map(frame -> frame.path("data")).toList())
          .isEqualTo(stream.numbered().stream().map(Stream::data).toList());
    }
  }

  @Test
  void whoComesBackGetsExactlyWhatFollowed() {
    var id = run();
    var seen = hatchery.tick(id, "seen").id();
    hatchery.tick(id, "missed");
    hatchery.tick(id, "missed too");
    try (var socket = socket("/ws/runs/" + id + "?last_event_id=" + seen)) {
      await().until(() -> socket.ids().size() == 2);
      hatchery.tick(id, "live");
      await().until(() -> socket.ids().size() == 3);
      assertThat(socket.ids()).isEqualTo(ids(seen + 1, seen + 3));
    }
  }

  @Test
  void aCursorAtTheEndingIsClosedAtOnceWithoutAWord() {
    var id = run();
    var last = hatchery.end(id, RunStatus.CANCELLED).id();
    try (var socket = socket("/ws/runs/" + id + "?last_event_id=" + last)) {
      await().until(socket::over);
      assertThat(socket.closeCode()).isEqualTo(1000);
      assertThat(socket.texts()).isEmpty();
    }
  }

  @Test
  void aCursorAheadOfTheJournalGetsAGapAndASnapshotWithoutIdsAndThenGoesOn() {
    var id = run();
    hatchery.tick(id, "before");
    try (var socket = socket("/ws/runs/" + id + "?last_event_id=999999999")) {
      await().until(() -> socket.all().size() == 2);
      assertThat(socket.types()).containsExactly("gap", "snapshot");
      assertThat(socket.numbered()).isEmpty();
      assertThat(socket.all().getFirst().at("/data/from").asLong()).isEqualTo(999_999_999);
      assertThat(socket.all().getLast().at("/data/runs/0/id").asText()).isEqualTo(id.value());
      var next = hatchery.tick(id, "after").id();
      await().until(() -> socket.ids().equals(List.of("" + next)));
    }
  }

  @Test
  void aUsersSocketTellsAllTheirRunsAndNobodyElses() {
    var first = run();
    var second = run();
    var theirs = hatchery.queue(new Owner("somebody else"), "their dragon").id();
    try (var socket = socket("/ws/local?last_event_id=" + hatchery.head())) {
      await().until(socket::opened);
      var from = hatchery.tick(first, "one").id();
      hatchery.tick(theirs, "secret");
      hatchery.tick(second, "two");
      hatchery.end(first, RunStatus.SUCCEEDED);
      await().until(() -> socket.ids().size() == 3);
      assertThat(socket.ids()).containsExactly("" + from, "" + (from + 2), "" + (from + 3));
      assertThat(socket.texts()).noneMatch(text -> text.contains("secret"));
      assertThat(socket.over()).isFalse();
    }
  }

  @Test
  void aUsersSocketBeginsWithTheNewestAndChoosesAsTheStreamDoes() {
    var id = run();
    hatchery.tick(id, "older");
    var newest = hatchery.tick(id, "newest").id();
    try (var socket = socket("/ws/local?replay=1&type=llm_progress&run=" + id)) {
      await().until(() -> socket.ids().equals(List.of("" + newest)));
      hatchery.milestone(id, "backstory_complete");
      var next = hatchery.tick(id, "next").id();
      await().until(() -> socket.ids().equals(List.of("" + newest, "" + next)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "1.5", "", "1%0Aid:%209", "%00"})
  void aCursorThatIsNoNumberIsRefusedBeforeTheSocketOpens(String cursor) {
    try (var socket = socket("/ws/runs/" + run() + "?last_event_id=" + cursor)) {
      assertThat(socket.refusal().status()).isEqualTo(400);
      assertThat(socket.refusal().code()).isEqualTo("invalid_cursor");
    }
  }

  @Test
  void aRunOfSomebodyElseIsNotFoundInTheSameWordsAsOneThatIsNot() {
    var theirs = hatchery.queue(new Owner("somebody else"), "their dragon").id();
    try (var foreign = socket("/ws/runs/" + theirs);
        var missing = socket("/ws/runs/" + RunId.random());
        var stranger = socket("/ws/somebody%20else")) {
      assertThat(foreign.refusal().status()).isEqualTo(404);
      assertThat(foreign.refusal().body()).isEqualTo(missing.refusal().body());
      assertThat(stranger.refusal().status()).isEqualTo(404);
      assertThat(stranger.refusal().code()).isEqualTo("not_found");
    }
  }

  @Test
  void whatAWatcherSaysIsPassedOver() {
    var id = run();
    try (var socket = socket("/ws/runs/" + id)) {
      socket.say("{\"type\":\"send\",\"address\":\"hatchery.cancel\"}");
      socket.say("\u0000\n\n");
      socket.send(SocketClient.FINAL | SocketClient.PING, new byte[] {1, 2, 3});
      var told = hatchery.tick(id, "still there").id();
      await().until(() -> socket.ids().equals(List.of("" + told)) && socket.pongs() == 1);
    }
  }

  @Test
  void aFrameThatIsTooLongEndsTheSocket() {
    try (var socket = socket("/ws/runs/" + run())) {
      socket.send(SocketClient.FINAL | SocketClient.TEXT, new byte[64 * 1024 + 1]);
      await().until(socket::over);
      assertThat(socket.closeCode()).isEqualTo(1009);
    }
  }

  @Test
  void aMessageOfManyFramesIsNotCollectedWithoutEnd() {
    try (var socket = socket("/eventbus/websocket")) {
      var part = "x".repeat(40_000).getBytes(StandardCharsets.UTF_8);
      socket.send(SocketClient.TEXT, part);
      socket.send(SocketClient.CONTINUATION, part);
      await().until(socket::over);
      assertThat(socket.closeCode()).isEqualTo(1009);
    }
  }
}
