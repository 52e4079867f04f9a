package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BridgeTest extends BridgeFixture {
  @Test
  void whoListensToARunHearsWhatHappensToIt() {
    var id = run();
    hatchery.tick(id, "before");
    registerAndWait("run." + id);
    var first = hatchery.tick(id, "now").id();
    hatchery.tick(run(), "another run's");
    var last = hatchery.end(id, RunStatus.SUCCEEDED).id();
    await().until(() -> ids("run." + id).equals(List.of(first, last)));
    var message = all("run." + id).getFirst();
    assertThat(message.path("type").asText()).isEqualTo("rec");
    assertThat(message.at("/body/type").asText()).isEqualTo("llm_progress");
    assertThat(message.at("/body/data/message").asText()).isEqualTo("now");
    assertThat(message.has("replyAddress")).isFalse();
  }

  @Test
  void whoComesBackWithACursorHearsExactlyWhatFollowed() {
    var id = run();
    var seen = hatchery.tick(id, "seen").id();
    var missed = hatchery.tick(id, "missed").id();
    register("run." + id, "\"last_event_id\":" + seen);
    await().until(() -> ids("run." + id).equals(List.of(missed)));
    var live = hatchery.tick(id, "live").id();
    await().until(() -> ids("run." + id).equals(List.of(missed, live)));
  }

  @Test
  void theAddressRunsIsAUsersOwn() {
    var theirs = hatchery.queue(new Owner("somebody else"), "their dragon").id();
    var mine = run();
    register("runs", "\"last_event_id\":\"" + hatchery.head() + "\"");
    hatchery.tick(theirs, "secret");
    var one = hatchery.tick(mine, "mine").id();
    await().until(() -> ids("runs").equals(List.of(one)));
    assertThat(bridge.texts()).noneMatch(text -> text.contains("secret"));
  }

  @Test
  void aRunOfSomebodyElseIsNotFoundInTheSameWordsAsOneThatIsNot() {
    var theirs = hatchery.queue(new Owner("somebody else"), "their dragon").id();
    var missing = RunId.random();
    register("run." + theirs, "\"last_event_id\":0");
    register("run." + missing, "");
    var foreign = heard("run." + theirs);
    hatchery.tick(theirs, "secret");
    assertThat(foreign.path("type").asText()).isEqualTo("err");
    assertThat(foreign.path("failureCode").asInt()).isEqualTo(404);
    assertThat(foreign.path("failureType").asText()).isEqualTo("not_found");
    assertThat(foreign.path("body")).isEqualTo(heard("run." + missing).path("body"));
    ask("hatchery.cancel", "{\"run\":\"nobody's\"}");
    assertThat(bridge.texts()).noneMatch(text -> text.contains("secret"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "journal.read",
        "storage.run.find",
        "streaming.fed",
        "access.admit",
        "__vertx.circuit-breaker",
        "hatchery",
        "hatchery.",
        "hatchery.hatch",
        "run",
        "RUNS",
        "*",
        ""
      })
  void nothingElseCanBeListenedTo(String address) {
    register(address, "");
    await().until(() -> bridge.all().size() == 1);
    var refused = bridge.all().getFirst();
    assertThat(refused.path("type").asText()).isEqualTo("err");
    assertThat(refused.path("failureType").asText()).isEqualTo("access_denied");
    assertThat(refused.path("failureCode").asInt()).isEqualTo(403);
  }

  @Test
  void twentyAddressesMayBeListenedToAndOneThatIsLeftMakesRoom() {
    var runs = java.util.stream.IntStream.range(0, 21).mapToObj(n -> run()).toList();
    runs.forEach(id -> register("run." + id, ""));
    var last = "run." + runs.getLast();
    assertThat(heard(last).path("failureType").asText()).isEqualTo("too_many_addresses");
    bridge.say("{\"type\":\"unregister\",\"address\":\"run." + runs.getFirst() + "\"}");
    registerAndWait(last);
    var told = hatchery.tick(runs.getLast(), "now").id();
    await().until(() -> ids(last).equals(List.of(told)));
    hatchery.tick(runs.getFirst(), "unheard");
    var second = hatchery.tick(runs.get(1), "heard").id();
    await().until(() -> ids("run." + runs.get(1)).equals(List.of(second)));
    assertThat(ids("run." + runs.getFirst())).isEmpty();
  }

  @Test
  void aRunThatHasEndedMakesRoomByItself() {
    for (var n = 0; n < 40; n++) {
      var id = run();
      register("run." + id, "\"last_event_id\":" + hatchery.head());
      var last = hatchery.end(id, RunStatus.SUCCEEDED).id();
      await().until(() -> ids("run." + id).equals(List.of(last)));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                  | access_denied",
        "[]                                                  | malformed_message",
        "nonsense                                            | malformed_message",
        "{\"type\":\"register\",\"type\":\"send\"}           | malformed_message",
        "{\"type\":\"register\",\"address\":7}               | invalid_address",
        "{\"type\":\"send\",\"address\":\"\\ud800\"}         | malformed_message",
      })
  void whatIsNoMessageIsRefusedAndTheSocketGoesOn(String text, String code) {
    bridge.say(text);
    await().until(() -> bridge.all().size() == 1);
    assertThat(bridge.all().getFirst().path("failureType").asText()).isEqualTo(code);
    assertThat(ask("hatchery.cancel", "{}").path("failureCode").asInt()).isEqualTo(404);
  }

  @Test
  void anAddressIsNotLongerThanTwoHundredCharacters() {
    register("run." + "x".repeat(197), "");
    await().until(() -> bridge.all().size() == 1);
    assertThat(bridge.all().getFirst().path("failureType").asText()).isEqualTo("invalid_address");
  }

  @Test
  void sockJsFramesTheSameMessages() {
    try (var sockJs = socket("/eventbus/000/abcdefgh/websocket")) {
      await().until(() -> sockJs.texts().equals(List.of("o")));
      sockJs.say("[\"{\\\"type\\\":\\\"ping\\\"}\",\"{\\\"type\\\":\\\"x\\\"}\"]");
      await().until(() -> sockJs.texts().size() == 2);
      assertThat(sockJs.texts().getLast()).startsWith("a[\"{\\\"type\\\":\\\"err\\\",");
      sockJs.say("no frame");
      await().until(sockJs::over);
      assertThat(sockJs.closeCode()).isEqualTo(1008);
      assertThat(sockJs.texts().getLast()).startsWith("c[1008,");
    }
  }

  @Test
  void whoAsksWhatTheBridgeCanLearnsNothingElse() {
    var info = client.get("/eventbus/info").json();
    assertThat(info.path("websocket").asBoolean()).isTrue();
    assertThat(info.path("origins")).isEmpty();
    assertThat(info.path("entropy").asLong()).isBetween(0L, (1L << 32) - 1);
    assertThat(info.fieldNames())
        .toIterable()
        .containsExactly("websocket", "cookie_needed", "origins", "entropy");
  }
}
