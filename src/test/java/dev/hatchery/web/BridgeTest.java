package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunStatus;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BridgeTest {
  private static WebServer server;
  private static FakeHatchery hatchery;

  private SocketClient bridge;

  @BeforeAll
  static void start() {
    server = WebServer.usual();
    hatchery = server.hatchery();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void open() {
    bridge = SocketClient.open(server.port(), "/eventbus/websocket");
  }

  @AfterEach
  void close() {
    bridge.close();
  }

  private static RunId run() {
    return hatchery.queue(Owner.LOCAL, "a dragon").id();
  }

  private void register(String address, String headers) {
    bridge.say(
        "{\"type\":\"register\",\"address\":\"%s\",\"headers\":{%s}}".formatted(address, headers));
  }

  /** Registers, and waits until that has happened: what is said is heard in order. */
  private void registerAndWait(String address) {
    register(address, "");
    // The run is looked up before it is listened to.
    ask("hatchery.cancel", "{\"run\":\"nobody's\"}");
  }

  private JsonNode ask(String address, String body) {
    return ask(address, body, "");
  }

  private JsonNode ask(String address, String body, String headers) {
    var reply = "reply-" + bridge.texts().size();
    bridge.say(
        "{\"type\":\"send\",\"address\":\"%s\",\"replyAddress\":\"%s\",\"headers\":{%s},\"body\":%s}"
            .formatted(address, reply, headers, body));
    return heard(reply);
  }

  private JsonNode heard(String address) {
    await().until(() -> !all(address).isEmpty());
    return all(address).getLast();
  }

  private List<JsonNode> all(String address) {
    return bridge.all().stream()
        .filter(message -> message.path("address").asText().equals(address))
        .toList();
  }

  private List<Long> ids(String address) {
    return all(address).stream()
        .filter(message -> message.at("/body/id").isNumber())
        .map(message -> message.at("/body/id").asLong())
        .toList();
  }

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

  @ParameterizedTest
  @ValueSource(
      strings = {"run.submit", "storage.run.create", "journal.append", "__vertx.x", "runs", "x"})
  void nothingElseCanBeAskedFor(String address) {
    var before = hatchery.created();
    assertThat(ask(address, "{}").path("failureType").asText()).isEqualTo("access_denied");
    assertThat(hatchery.created()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"publish", "SEND", "rec", "err", "", "reply"})
  void noOtherKindOfMessageDoesAnything(String type) {
    var before = hatchery.created();
    bridge.say(
        "{\"type\":\"%s\",\"address\":\"hatchery.hatch\",\"replyAddress\":\"r\",\"body\":{\"description\":\"x\"}}"
            .formatted(type));
    assertThat(heard("r").path("failureType").asText()).isEqualTo("access_denied");
    assertThat(hatchery.created()).isEqualTo(before);
  }

  @Test
  void aHatchingIsOrderedAsOverHttp() {
    var answer = ask("hatchery.hatch", "{\"description\":\"  a dragon  \"}");
    assertThat(answer.path("type").asText()).isEqualTo("rec");
    var run = hatchery.latest();
    assertThat(answer.at("/body/id").asText()).isEqualTo(run.id().value());
    var overHttp = server.client().get("/api/runs/" + run.id()).json();
    assertThat(answer.path("body")).isEqualTo(overHttp);
  }

  @Test
  void theSameKeyAndWordsAreTheSameHatchingWhicheverWayTheyCome() {
    var body = "{\"description\":\"an owl\"}";
    var key = "\"Idempotency-Key\":\"a key of mine\"";
    var first = ask("hatchery.hatch", body, key).at("/body/id").asText();
    var again = ask("hatchery.hatch", body, key).at("/body/id").asText();
    var overHttp = server.client().post("/api/runs", body, "Idempotency-Key: a key of mine").json();
    assertThat(again).isEqualTo(first).isEqualTo(overHttp.path("id").asText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"description\":\"\"}",
        "{\"description\":7}",
        "{\"description\":\"a\\nb\"}",
        "{\"description\":\"a\\u2028b\"}",
        "{\"description\":\"a dragon\",\"owner\":\"somebody else\"}",
        "{\"description\":\"a dragon\",\"kind\":\"task\"}",
        "[]",
        "\"a dragon\""
      })
  void whatIsRefusedOverHttpIsRefusedHereInTheSameWords(String body) {
    var problem = server.client().post("/api/runs", body).json();
    assertThat(ask("hatchery.hatch", body).path("body")).isEqualTo(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"type\":\"a\\nid: 999\"}",
        "{\"type\":\"a\\r\"}",
        "{\"type\":\"a\\u0000b\"}",
        "{\"type\":\"a\\u2028b\"}",
        "{\"type\":\"complete\"}",
        "{\"type\":\"x\",\"event_id\":\"a\\nb\"}",
        "{\"type\":\"x\",\"id\":999}",
        "{\"type\":\"x\",\"data\":\"a\\n\\ndata: b\"}",
        "[]"
      })
  void whatMayNotBeEmittedOverHttpMayNotBeEmittedHere(String body) {
    var problem = server.client().post("/emit", body).json();
    assertThat(problem.path("status").asInt()).isIn(400, 422);
    assertThat(ask("hatchery.emit", body).path("body")).isEqualTo(problem);
  }

  @Test
  void aRunIsCancelledAsOverHttp() {
    var id = run();
    var answer = ask("hatchery.cancel", "{\"run\":\"" + id + "\"}");
    assertThat(answer.at("/body/status").asText()).isEqualTo("cancelled");
    var again = ask("hatchery.cancel", "{\"run\":\"" + id + "\"}");
    assertThat(again.path("failureCode").asInt()).isEqualTo(409);
    assertThat(again.path("failureType").asText()).isEqualTo("already_finished");
    var theirs = hatchery.queue(new Owner("somebody else"), "their dragon");
    var foreign = ask("hatchery.cancel", "{\"run\":\"" + theirs.id() + "\"}");
    assertThat(foreign.path("failureCode").asInt()).isEqualTo(404);
    assertThat(hatchery.run(theirs.id()).status()).isEqualTo(RunStatus.QUEUED);
  }

  @Test
  void aReplyOpensNoWayBack() {
    ask("hatchery.cancel", "{\"run\":\"nobody's\"}");
    var reply = bridge.all().getLast().path("address").asText();
    assertThat(ask(reply, "{}").path("failureType").asText()).isEqualTo("access_denied");
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
    try (var sockJs = SocketClient.open(server.port(), "/eventbus/000/abcdefgh/websocket")) {
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
    var info = server.client().get("/eventbus/info").json();
    assertThat(info.path("websocket").asBoolean()).isTrue();
    assertThat(info.path("origins")).isEmpty();
    assertThat(info.path("entropy").asLong()).isBetween(0L, (1L << 32) - 1);
    assertThat(info.fieldNames())
        .toIterable()
        .containsExactly("websocket", "cookie_needed", "origins", "entropy");
  }
}
