package dev.hatchery.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.Leasing;
import dev.hatchery.protocol.Message;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.RunId;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Renaming a record or a component changes the wire: the kept samples then no longer fit. */
class MessageWireTest {
  private static final MessageJson JSON = new MessageJson();

  static Stream<Class<? extends Message>> everyMessageType() {
    return JSON.types().values().stream().sorted(Comparator.comparing(Class::getName));
  }

  static Stream<Happening> everyHappening() {
    return RecordJson.records(Happening.class).map(type -> (Happening) Samples.of(type));
  }

  @ParameterizedTest
  @MethodSource("everyMessageType")
  void everyMessageComesBackFromTheWireAsItWent(Class<? extends Message> type) {
    var message = (Message) Samples.of(type);
    var codec = new RecordCodec();
    var wire = Buffer.buffer("before");

    codec.encodeToWire(wire, message);

    assertThat(codec.decodeFromWire("before".length(), wire)).isEqualTo(message);
  }

  @ParameterizedTest
  @MethodSource("everyMessageType")
  void everyMessageIsWrittenAsItsKeptSample(Class<? extends Message> type) throws IOException {
    var name = type.getName().replaceAll(".*\\.", "").replace('$', '.');
    try (var kept = MessageWireTest.class.getResourceAsStream("/messages/" + name + ".json")) {
      assertThat(kept).as("a kept sample of " + name).isNotNull();
      var sample = new String(kept.readAllBytes(), StandardCharsets.UTF_8).strip();

      assertThat(new String(JSON.write((Message) Samples.of(type)), StandardCharsets.UTF_8))
          .isEqualTo(sample);
      assertThat(JSON.read(sample.getBytes(StandardCharsets.UTF_8))).isEqualTo(Samples.of(type));
    }
  }

  @ParameterizedTest
  @MethodSource("everyHappening")
  void everyHappeningTravelsInsideAMessage(Happening happening) {
    var message = new Progress.Reach(RunId.random(), 1, happening, "words", null, null);

    assertThat(JSON.read(JSON.write(message))).isEqualTo(message);
  }

  @ParameterizedTest
  @MethodSource("everyMessageType")
  void whatANewerNodeSaysBesidesIsLeftOut(Class<? extends Message> type) throws IOException {
    var message = (Message) Samples.of(type);
    var tree = new ObjectMapper().readTree(JSON.write(message));
    addUnknown(tree);

    assertThat(JSON.read(tree.toString().getBytes(StandardCharsets.UTF_8))).isEqualTo(message);
  }

  private static void addUnknown(JsonNode node) {
    node.forEach(MessageWireTest::addUnknown);
    if (node instanceof ObjectNode object) {
      object.putObject("sinceTheNextVersion").put("some", 1);
    }
  }

  static Stream<Arguments> whatAnOlderNodeSays() {
    return Stream.of(
        Arguments.of(
            "{\"type\":\"Leasing.Load\",\"body\":{\"slots\":2,\"working\":1}}",
            new Leasing.Load(2, 1, 0)),
        Arguments.of("{\"type\":\"Leasing.Present\",\"body\":{}}", new Leasing.Present(List.of())),
        Arguments.of(
            "{\"type\":\"Leasing.Lost\",\"body\":{\"held\":null}}",
            new Leasing.Lost(false, List.of())));
  }

  @ParameterizedTest
  @MethodSource
  void whatAnOlderNodeSays(String json, Message read) {
    assertThat(JSON.read(json.getBytes(StandardCharsets.UTF_8))).isEqualTo(read);
  }

  @Test
  void aTypeThatIsNotOursIsRefused() {
    var stranger = "{\"type\":\"java.lang.Runtime\",\"body\":{}}".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> JSON.read(stranger))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unknown message type");
  }
}
