package dev.hatchery.web;

import static dev.hatchery.web.Client.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressStreamTest extends ServerFixture {
  private static final Owner SOMEBODY_ELSE = new Owner("somebody");

  private static Run queued() {
    return hatchery.queue(Owner.LOCAL, "a dragon");
  }

  private static Stream progress(String query, String... headers) {
    return server.stream("/stream/progress?" + query, headers);
  }

  @Test
  void allRunsOfTheCallerAreOnOneStreamThatNoEndingEnds() {
    var one = queued().id();
    var other = queued().id();
    var foreign = hatchery.queue(SOMEBODY_ELSE, "their dragon").id();
    try (var stream = progress("replay=0")) {
      await().until(stream::greeted);
      var first = hatchery.tick(one, "one").id();
      hatchery.tick(foreign, "secret");
      var second = hatchery.end(one, RunStatus.SUCCEEDED).id();
      var third = hatchery.tick(other, "other").id();
      await().until(() -> stream.ids().size() == 3);
      assertThat(stream.ids()).containsExactly("" + first, "" + second, "" + third);
      assertThat(stream.over()).isFalse();
      assertThat(stream.header("content-type")).isEqualTo("text/event-stream; charset=utf-8");
      assertThat(stream.header("cache-control")).isEqualTo("no-store");
      assertThat(stream.header("x-accel-buffering")).isEqualTo("no");
      assertThat(stream.header("content-encoding")).isEmpty();
    }
  }

  @Test
  void withoutACursorItBeginsWithTheNewestOfWhatWasChosen() {
    var run = queued();
    for (var i = 1; i <= 150; i++) {
      hatchery.tick(run.id(), "tick " + i);
    }
    hatchery.tick(queued().id(), "of another run");
    var last = hatchery.head() - 1;
    try (var usual = progress("run=" + run.id());
        var five = progress("replay=5&run=" + run.number())) {
      await().until(() -> usual.ids().size() == 100 && five.ids().size() == 5);
      assertThat(usual.ids().getFirst()).isEqualTo("" + (last - 99));
      assertThat(five.ids().getFirst()).isEqualTo("" + (last - 4));
      hatchery.tick(run.id(), "live");
      await().until(() -> usual.ids().size() == 101 && five.ids().size() == 6);
    }
  }

  @Test
  void aThousandMayBeReplayed() {
    var run = queued();
    for (var i = 1; i <= 1200; i++) {
      hatchery.tick(run.id(), "tick " + i);
    }
    try (var stream = progress("replay=1000&run=" + run.id())) {
      await().until(() -> stream.ids().size() == 1000);
      hatchery.tick(run.id(), "live");
      await().until(() -> stream.ids().size() == 1001);
      assertThat(Stream.data(stream.numbered().getFirst()).path("seq").asInt()).isEqualTo(201);
      assertThat(Stream.data(stream.numbered().getLast()).path("seq").asInt()).isEqualTo(1201);
    }
  }

  @Test
  void aRunMayBeWatchedByANameThatNobodyBearsYet() {
    try (var stream = progress("run=nightly+import")) {
      await().until(stream::greeted);
      hatchery.tick(hatchery.queueNamed(SOMEBODY_ELSE, "nightly import").id(), "secret");
      var run = hatchery.queueNamed(Owner.LOCAL, "nightly import");
      hatchery.tick(queued().id(), "of another run");
      var first = hatchery.tick(run.id(), "one").id();
      await().until(() -> stream.ids().equals(List.of("" + first)));
      hatchery.end(run.id(), RunStatus.SUCCEEDED);
      var again = hatchery.queueNamed(Owner.LOCAL, "nightly import");
      hatchery.tick(again.id(), "the next night");
      await().until(() -> stream.ids().size() == 3);
      assertThat(stream.over()).isFalse();
    }
  }

  @Test
  void aRunThatIsNamedByItsIdEndsTheStream() {
    var run = queued();
    hatchery.tick(run.id(), "one");
    try (var stream = progress("run=" + run.id())) {
      await().until(() -> stream.ids().size() == 1);
      var last = hatchery.end(run.id(), RunStatus.SUCCEEDED).id();
      await().until(stream::over);
      assertThat(stream.types()).containsExactly("llm_progress", "complete");
      var again = client.get("/stream/progress?run=" + run.id(), "Last-Event-ID: " + last);
      assertThat(again.status()).isEqualTo(204);
    }
    try (var late = progress("run=" + run.id())) {
      await().until(late::over);
      assertThat(late.types()).containsExactly("llm_progress", "complete");
    }
    try (var nothing = progress("replay=0&run=" + run.id())) {
      await().until(nothing::over);
      assertThat(nothing.all()).isEmpty();
    }
  }

  @Test
  void theRunOfSomebodyElseLooksLikeOneThatIsNotThere() {
    var foreign = hatchery.queue(SOMEBODY_ELSE, "their dragon");
    hatchery.tick(foreign.id(), "secret");
    try (var theirs = progress("run=" + foreign.id());
        var resumed = progress("run=" + foreign.id() + "&last_event_id=0");
        var nobodys = progress("run=" + RunId.random())) {
      await().until(() -> theirs.greeted() && nobodys.greeted() && resumed.greeted());
      hatchery.tick(foreign.id(), "secret, too");
      hatchery.end(foreign.id(), RunStatus.SUCCEEDED);
      var all = List.of(theirs, resumed, nobodys);
      await().atMost(Duration.ofSeconds(10)).until(() -> all.stream().allMatch(s -> beats(s) > 0));
      assertThat(all).allSatisfy(s -> assertThat(s.types()).containsOnly("beat"));
      assertThat(all).noneMatch(Stream::over);
    }
    assertThat(client.get("/stream/progress?owner=somebody").status()).isEqualTo(404);
    assertThat(client.get("/stream/progress?owner=nobody").status()).isEqualTo(404);
  }

  private static long beats(Stream stream) {
    return stream.types().stream().filter("beat"::equals).count();
  }

  @Test
  void kindAndTypesChoose() {
    var run = queued();
    try (var some = progress("replay=0&owner=local&kind=hatch&type=complete,backstory_complete");
        var none = progress("replay=0&kind=command")) {
      await().until(() -> some.greeted() && none.greeted());
      hatchery.tick(run.id(), "one");
      var first = hatchery.milestone(run.id(), "backstory_complete").id();
      var second = hatchery.end(run.id(), RunStatus.SUCCEEDED).id();
      await().until(() -> some.ids().equals(List.of("" + first, "" + second)));
      assertThat(none.ids()).isEmpty();
    }
  }

  @Test
  void whoComesBackGetsExactlyWhatFollowed() {
    var run = queued().id();
    var seen = hatchery.tick(run, "seen").id();
    var missed = hatchery.tick(run, "missed").id();
    try (var stream = progress("replay=0", "Last-Event-ID", "" + seen)) {
      await().until(() -> stream.ids().equals(List.of("" + missed)));
    }
  }

  @Test
  void aCursorAheadOfTheJournalGetsAGapAndTheUnfinishedRuns() {
    var finished = queued().id();
    hatchery.end(finished, RunStatus.CANCELLED);
    var queued = queued();
    var foreign = hatchery.queue(SOMEBODY_ELSE, "their dragon");
    var running = queued();
    hatchery.tick(running.id(), "it runs");
    var head = hatchery.head();
    try (var stream = progress("", "Last-Event-ID", "999999999")) {
      await().until(() -> stream.all().size() == 2);
      assertThat(stream.types()).containsExactly("gap", "snapshot");
      assertThat(Stream.data(stream.all().getFirst()).path("to").asLong()).isEqualTo(head);
      var runs = Stream.data(stream.all().getLast()).path("runs").findValuesAsText("id");
      assertThat(runs)
          .startsWith(running.id().value(), queued.id().value())
          .doesNotContain(finished.value(), foreign.id().value());
      var next = hatchery.tick(running.id(), "after").id();
      await().until(() -> stream.ids().equals(List.of("" + next)));
    }
  }

  @Test
  void aCursorWhoseEventsWereRemovedGetsAGapAndGoesOnWithWhatIsThere() {
    // More than the fan-out holds in memory, or nothing would be missed.
    try (var own = WebServer.usual()) {
      var run = own.hatchery().queue(Owner.LOCAL, "a dragon").id();
      var most = 5000;
      for (var i = 0; i < most; i++) {
        own.hatchery().tick(run, "tick");
      }
      own.hatchery().removeUpTo(5);
      try (var live = own.stream("/stream/progress?replay=1")) {
        await().until(() -> live.ids().equals(List.of("" + most)));
      }
      try (var stream = own.stream("/stream/progress", "Last-Event-ID", "2")) {
        await().until(() -> stream.ids().size() == most - 5);
        assertThat(stream.types()).startsWith("gap", "snapshot", "llm_progress");
        assertThat(stream.ids().getFirst()).isEqualTo("6");
        var gap = Stream.data(stream.all().getFirst());
        assertThat(gap.path("from").asLong()).isEqualTo(2);
        assertThat(gap.path("to").asLong()).isEqualTo(5);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "last_event_id=x",
        "replay=1001",
        "replay=-1",
        "replay=many",
        "kind=dragon",
        "type=",
        "type=Complete",
        "type=a,,b",
        "type=a%0Ab",
        "run=",
        "run=a&run=b"
      })
  void whatCanNameNothingIsRefused(String query) {
    assertThat(client.get("/stream/progress?" + query).status()).isEqualTo(400);
  }

  @Test
  void aNameMayHoldWhateverItsOwnerLikes() {
    var name = "Import \"ä\" / 5 %";
    var run = hatchery.queueNamed(Owner.LOCAL, name);
    hatchery.tick(run.id(), "one");
    try (var stream = progress("run=" + encoded(name))) {
      await().until(() -> stream.ids().size() == 1);
    }
  }

  @Test
  void headOnlyTellsThatAStreamFollows() {
    var answer = client.ask("HEAD", "/stream/progress", "");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }
}
