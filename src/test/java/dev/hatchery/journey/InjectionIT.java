package dev.hatchery.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a program puts into its events is refused, or arrives as it was said, in one frame, over
 * every way to watch.
 */
@SuppressWarnings("NullAway.Init")
class InjectionIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder;

  private static Server server;
  private static Client client;

  @BeforeAll
  static void start() {
    server = Server.start(folder.resolve("data"), Map.of());
    client = new Client(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void whatIsSaidInDataIsInertOverEveryWay() throws IOException {
    for (var trick : Tricks.ALL) {
      var data = JsonNodeFactory.instance.objectNode().put("text", trick).put(trick, 1);
      var event = JsonNodeFactory.instance.objectNode().put("type", "note").put("run", "r");
      assertThat(client.send("POST", "/emit", event.set("data", data).toString()).statusCode())
          .isEqualTo(202);
    }

    var polled = polled();
    assertThat(polled).hasSize(Tricks.ALL.size());
    for (var i = 0; i < Tricks.ALL.size(); i++) {
      assertThat(polled.get(i).path("type").asText()).isEqualTo("note");
      assertThat(polled.get(i).at("/data/text").asText()).isEqualTo(Tricks.ALL.get(i));
      assertThat(polled.get(i).path("data").path(Tricks.ALL.get(i)).asInt()).isEqualTo(1);
    }
    assertThat(streamed(polled.size())).isEqualTo(polled);
    assertThat(overSocket(polled.size())).isEqualTo(polled);
    assertThat(overBridge(polled.size())).isEqualTo(polled);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"run\":\"r\",\"type\":\"a\\nid: 999\"}",
        "{\"run\":\"r\",\"type\":\"a\\rb\"}",
        "{\"run\":\"r\",\"type\":\"a\\u0000b\"}",
        "{\"run\":\"r\",\"type\":\"a\\u2028b\"}",
        "{\"run\":\"r\",\"type\":\"note\",\"event_id\":\"a\\nb\"}",
        "{\"run\":\"r\",\"type\":\"note\",\"event_id\":\"a\\u2028b\"}",
        "{\"run\":\"r\",\"type\":\"note\",\"id\":999}",
        "{\"run\":\"a\\nb\",\"type\":\"note\"}",
        "{\"run\":\"a\\u0000b\",\"type\":\"note\"}"
      })
  void whatWouldBeALineOfItsOwnIsRefused(String event) throws IOException {
    var before = polled();
    var refused = client.send("POST", "/emit", event);
    assertThat(refused.statusCode()).isEqualTo(422);
    try (var frames = bridge()) {
      frames.say(
          "{\"type\":\"send\",\"address\":\"hatchery.emit\",\"replyAddress\":\"r\",\"body\":%s}"
              .formatted(event));
      assertThat(JSON.readTree(frames.next()).path("body"))
          .isEqualTo(JSON.readTree(refused.body()));
    }
    assertThat(polled()).isEqualTo(before);
  }

  @Test
  void anAddressThatWouldBeALineOfItsOwnIsSaidBackInOneFrame() throws IOException {
    try (var frames = bridge()) {
      for (var trick : List.of("run.a\n\nb", "run.\u0000", "runs\u2028", "\"},{\"x\":\"")) {
        var register = JsonNodeFactory.instance.objectNode().put("type", "register");
        frames.say(register.put("address", trick).toString());
        var answer = JSON.readTree(frames.next());
        assertThat(answer.path("type").asText()).isEqualTo("err");
        assertThat(answer.path("address").asText()).isEqualTo(trick);
      }
    }
  }

  private List<JsonNode> polled() {
    var events = client.get("/api/events?after=0").path("events");
    return StreamSupport.stream(events.spliterator(), false).toList();
  }

  private List<JsonNode> streamed(int count) {
    var run = client.get("/api/runs/r").path("id").asText();
    var events = new ArrayList<JsonNode>();
    client.watch(
        run,
        0,
        told -> {
          // A beat may come between.
          if (told.numbered()) {
            events.add(document(told.id(), told.type(), told.data()));
          }
          return events.size() == count;
        });
    return events;
  }

  private List<JsonNode> overSocket(int count) throws IOException {
    try (var frames = new Frames(server.uri("/ws/runs/r?last_event_id=0"))) {
      var events = new ArrayList<JsonNode>();
      while (events.size() < count) {
        var event = JSON.readTree(frames.next());
        if (event.has("id")) {
          events.add(event);
        }
      }
      return events;
    }
  }

  private List<JsonNode> overBridge(int count) throws IOException {
    try (var frames = bridge()) {
      frames.say("{\"type\":\"register\",\"address\":\"run.r\",\"headers\":{\"last_event_id\":0}}");
      var events = new ArrayList<JsonNode>();
      while (events.size() < count) {
        var message = JSON.readTree(frames.next());
        assertThat(message.path("type").asText()).isEqualTo("rec");
        assertThat(message.path("address").asText()).isEqualTo("run.r");
        if (message.path("body").has("id")) {
          events.add(message.path("body"));
        }
      }
      return events;
    }
  }

  private Frames bridge() throws IOException {
    return new Frames(server.uri("/eventbus/websocket"));
  }

  private static JsonNode document(long id, String type, JsonNode data) {
    var document = JsonNodeFactory.instance.objectNode();
    return document.put("id", (int) id).put("type", type).set("data", data);
  }
}
