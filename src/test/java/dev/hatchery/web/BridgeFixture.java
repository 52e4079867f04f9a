package dev.hatchery.web;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A client of the bridge that says and hears its messages plainly. */
@SuppressWarnings("NullAway.Init")
abstract class BridgeFixture extends ServerFixture {
  SocketClient bridge;

  @BeforeEach
  void open() {
    bridge = socket("/eventbus/websocket");
  }

  @AfterEach
  void close() {
    bridge.close();
  }

  final void register(String address, String headers) {
    bridge.say(
        "{\"type\":\"register\",\"address\":\"%s\",\"headers\":{%s}}".formatted(address, headers));
  }

  /** Registers, and waits until that has happened: what is said is heard in order. */
  final void registerAndWait(String address) {
    register(address, "");
    // The run is looked up before it is listened to.
    ask("hatchery.cancel", "{\"run\":\"nobody's\"}");
  }

  final JsonNode ask(String address, String body) {
    return ask(address, body, "");
  }

  final JsonNode ask(String address, String body, String headers) {
    var reply = "reply-" + bridge.texts().size();
    bridge.say(
        "{\"type\":\"send\",\"address\":\"%s\",\"replyAddress\":\"%s\",\"headers\":{%s},\"body\":%s}"
            .formatted(address, reply, headers, body));
    return heard(reply);
  }

  final JsonNode heard(String address) {
    await().until(() -> !all(address).isEmpty());
    return all(address).getLast();
  }

  final List<JsonNode> all(String address) {
    return bridge.all().stream()
        .filter(message -> message.path("address").asText().equals(address))
        .toList();
  }

  final List<Long> ids(String address) {
    return all(address).stream()
        .filter(message -> message.at("/body/id").isNumber())
        .map(message -> message.at("/body/id").asLong())
        .toList();
  }
}
