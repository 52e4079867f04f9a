package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.protocol.Credential;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunStatus;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sockets, addresses and cursors of two users: whose they are, somebody else, and nobody. */
class SocketAccessTest extends UsersFixture {
  private SocketClient open(String path, Credential token) {
    return SocketClient.open(server.port(), path, bearer(token));
  }

  private String ticket(Credential token) {
    var answer = client.ask("POST", "/api/tickets", "", bearer(token));
    return "?ticket=" + answer.json().path("ticket").asText();
  }

  private void tick(String run, String message) {
    server.hatchery().tick(new RunId(run), message);
  }

  private static void register(SocketClient bridge, String address) {
    bridge.say(
        "{\"type\":\"register\",\"address\":\"%s\",\"headers\":{\"last_event_id\":0}}"
            .formatted(address));
  }

  private static String ask(SocketClient bridge, String address, String body) {
    bridge.say(
        "{\"type\":\"send\",\"address\":\"%s\",\"replyAddress\":\"r\",\"body\":%s}"
            .formatted(address, body));
    return heard(bridge, "r");
  }

  /** The code of what was refused, or what else came to an address. */
  private static String heard(SocketClient bridge, String address) {
    await()
        .until(
            () ->
                bridge.all().stream()
                    .anyMatch(message -> message.path("address").asText().equals(address)));
    var message =
        bridge.all().stream()
            .filter(one -> one.path("address").asText().equals(address))
            .toList()
            .getLast();
    return message.path("failureType").asText(message.path("body").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ws/ada",
        "/ws/local",
        "/ws/runs/OWN",
        "/ws/runs/1",
        "/eventbus/websocket",
        "/eventbus/000/abcdefgh/websocket",
        "/api/events",
        "/api/events?run=OWN&after=0",
        "/ws/ada?ticket=hatchery_guessed",
        "/eventbus/websocket?ticket=hatchery_guessed"
      })
  void nobodyGetsAnything(String path) {
    var run = run(ada);
    tick(run, "secret");
    try (var socket = SocketClient.open(server.port(), path.replace("OWN", run))) {
      assertThat(socket.refusal().status()).isEqualTo(401);
      assertThat(socket.refusal().code()).isEqualTo("unauthenticated");
      assertThat(socket.refusal().body()).doesNotContain("secret");
    }
  }

  @Test
  void theSocketsOfAUserAreTheirsAlone() {
    var run = run(ada);
    tick(run, "secret");
    try (var own = open("/ws/ada?last_event_id=0", ada);
        var look = open("/ws/ada?last_event_id=0", onlooker);
        var ownRun = open("/ws/runs/" + run, ada);
        var foreign = open("/ws/ada", bob);
        var foreignRun = open("/ws/runs/" + run + "?last_event_id=0", bob);
        var number = open("/ws/runs/1", bob);
        var others = open("/ws/bob?last_event_id=0", bob)) {
      await().until(() -> own.ids().size() == 1 && look.ids().size() == 1);
      await().until(() -> ownRun.ids().size() == 1);
      assertThat(foreign.refusal().status()).isEqualTo(404);
      assertThat(foreignRun.refusal().status()).isEqualTo(404);
      assertThat(number.refusal().body()).isEqualTo(foreignRun.refusal().body());
      assertThat(foreignRun.refusal().body())
          .isEqualTo(open("/ws/runs/" + RunId.random(), bob).refusal().body());
      var bobs = run(bob);
      tick(bobs, "his own");
      await().until(() -> others.ids().size() == 1);
      assertThat(others.texts()).noneMatch(text -> text.contains("secret"));
    }
  }

  @Test
  void aCursorIntoEventsOfOthersTellsNothingOfThem() {
    var run = run(ada);
    tick(run, "secret");
    tick(run, "secret");
    var mine = client.get("/api/events?after=0", bearer(ada));
    var theirs = client.get("/api/events?after=0", bearer(bob));
    var chosen = client.get("/api/events?after=0&run=" + run, bearer(bob));
    assertThat(mine.json().path("events")).hasSize(2);
    assertThat(theirs.json().path("events")).isEmpty();
    assertThat(chosen.body())
        .isEqualTo(client.get("/api/events?after=0&run=" + RunId.random(), bearer(bob)).body());
    var ahead = client.get("/api/events?after=99", bearer(bob));
    assertThat(ahead.json().at("/snapshot/runs")).isEmpty();
    try (var socket = open("/ws/bob?last_event_id=99", bob)) {
      await().until(() -> socket.types().contains("snapshot"));
      assertThat(socket.all().getLast().at("/data/runs")).isEmpty();
    }
  }

  @Test
  void theAddressesOfTheBridgeAreItsUsers() {
    var run = run(ada);
    tick(run, "secret");
    try (var own = open("/eventbus/websocket", ada);
        var foreign = open("/eventbus/websocket", bob)) {
      register(own, "run." + run);
      assertThat(heard(own, "run." + run)).contains("secret");
      register(foreign, "run." + run);
      register(foreign, "run.1");
      register(foreign, "runs");
      assertThat(heard(foreign, "run." + run)).isEqualTo("not_found");
      assertThat(heard(foreign, "run.1")).isEqualTo("not_found");
      assertThat(ask(foreign, "hatchery.cancel", "{\"run\":\"" + run + "\"}"))
          .isEqualTo("not_found");
      assertThat(foreign.texts()).noneMatch(text -> text.contains("secret"));
      assertThat(server.hatchery().run(new RunId(run)).status()).isNotEqualTo(RunStatus.CANCELLED);
    }
  }

  @Test
  void whoMayOnlyLookChangesNothingOverTheBridge() {
    var run = run(ada);
    var before = server.hatchery().created();
    try (var bridge = open("/eventbus/websocket", onlooker)) {
      assertThat(ask(bridge, "hatchery.hatch", WISH)).isEqualTo("read_only");
      assertThat(ask(bridge, "hatchery.cancel", "{\"run\":\"" + run + "\"}"))
          .isEqualTo("read_only");
      assertThat(ask(bridge, "hatchery.emit", "{\"type\":\"x\"}")).isEqualTo("read_only");
      tick(run, "seen");
      register(bridge, "run." + run);
      assertThat(heard(bridge, "run." + run)).contains("seen");
    }
    assertThat(server.hatchery().created()).isEqualTo(before);
  }

  @Test
  void aTicketOpensOneSocketOnceAndIsNotSpentByAskingWhatThereIs() {
    var bus = "/eventbus/000/abcdefgh/websocket" + ticket(ada);
    assertThat(client.get("/eventbus/info" + bus.substring(bus.indexOf('?'))).status())
        .isEqualTo(200);
    try (var first = SocketClient.open(server.port(), bus);
        var again = SocketClient.open(server.port(), bus);
        var other = SocketClient.open(server.port(), "/ws/ada" + ticket(ada));
        var foreign = SocketClient.open(server.port(), "/ws/ada" + ticket(bob))) {
      assertThat(first.opened()).isTrue();
      assertThat(again.refusal().status()).isEqualTo(401);
      assertThat(other.opened()).isTrue();
      assertThat(foreign.refusal().status()).isEqualTo(404);
    }
  }

  @Test
  void aSocketIsClosedWithItsToken() {
    var run = run(ada);
    tick(run, "before");
    try (var all = open("/ws/ada?replay=1", ada);
        var one = open("/ws/runs/" + run, ada);
        var bridge = open("/eventbus/websocket", ada)) {
      await().until(() -> all.ids().size() == 1 && one.ids().size() == 1);
      server.access().revoke("ada");
      await().until(() -> all.over() && one.over() && bridge.over());
      assertThat(all.closeCode()).isEqualTo(1008);
      assertThat(one.closeCode()).isEqualTo(1008);
      assertThat(bridge.closeCode()).isEqualTo(1008);
    }
  }

  @Test
  void aVisitorOfARunMayWatchItOverASocketAndNothingElse() {
    var run = run(ada);
    var other =
        client.post("/api/runs", "{\"description\":\"a wolf\"}", bearer(ada)).json().path("id");
    var link = client.post("/api/runs/" + run + "/share", "{}", bearer(ada)).json().path("url");
    var cookie = client.get(link.asText()).header("Set-Cookie").replaceAll(";.*", "");
    var visitor = "Cookie: " + cookie;
    tick(run, "seen");
    try (var socket = SocketClient.open(server.port(), "/ws/runs/" + run, visitor)) {
      await().until(() -> socket.ids().size() == 1);
    }
    assertThat(client.get("/api/events?after=0&run=" + run, visitor).json().path("events"))
        .hasSize(1);
    for (var path :
        new String[] {
          "/ws/ada", "/ws/runs/" + other.asText(), "/ws/runs/1", "/eventbus/websocket"
        }) {
      try (var socket = SocketClient.open(server.port(), path, visitor)) {
        assertThat(socket.refusal().status()).as(path).isEqualTo(404);
      }
    }
  }

  @Test
  void whoWaitsForEventsTakesASeatAndIsAnsweredWhenTheirTokenEnds() throws IOException {
    var asking = new ArrayList<Socket>();
    for (var i = 0; i < 60; i++) {
      var socket = client.open();
      var request =
          "GET /api/events?wait=30&after=0 HTTP/1.1\r\nHost: localhost:%d\r\n%s\r\n\r\n"
              .formatted(server.port(), bearer(ada));
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      asking.add(socket);
    }
    await().until(() -> answered(asking) == 10);
    server.access().revoke("ada");
    var statuses = new ArrayList<Integer>();
    for (var socket : asking) {
      var answer = Client.read(socket, false);
      statuses.add(answer.status());
      assertThat(answer.json().path("events")).isEmpty();
      socket.close();
    }
    assertThat(statuses).containsOnly(200, 429);
    assertThat(statuses).filteredOn(status -> status == 200).hasSize(50);
  }

  /** How many have something to read. */
  private static long answered(List<Socket> sockets) throws IOException {
    var answered = 0;
    for (var socket : sockets) {
      answered += socket.getInputStream().available() > 0 ? 1 : 0;
    }
    return answered;
  }
}
