package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.RunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients of the bridge may ask for, and that it is what its twin over HTTP is. */
class BridgeCommandsTest extends BridgeFixture {
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
    var overHttp = client.get("/api/runs/" + run.id()).json();
    assertThat(answer.path("body")).isEqualTo(overHttp);
  }

  @Test
  void theSameKeyAndWordsAreTheSameHatchingWhicheverWayTheyCome() {
    var body = "{\"description\":\"an owl\"}";
    var key = "\"Idempotency-Key\":\"a key of mine\"";
    var first = ask("hatchery.hatch", body, key).at("/body/id").asText();
    var again = ask("hatchery.hatch", body, key).at("/body/id").asText();
    var overHttp = client.post("/api/runs", body, "Idempotency-Key: a key of mine").json();
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
    var problem = client.post("/api/runs", body).json();
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
    var problem = client.post("/emit", body).json();
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
}
