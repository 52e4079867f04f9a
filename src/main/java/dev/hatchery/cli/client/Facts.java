package dev.hatchery.cli.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hatchery.cli.screen.SafeText;
import dev.hatchery.json.Json;
import dev.hatchery.wire.StreamEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.StreamSupport;

/**
 * What a server said, as JSON. Tolerant of keys that are missing or new, since the server may be
 * another version, and the one place through which its texts come: they are {@link SafeText}.
 */
public final class Facts {
  private static final int TEXT_MOST = 8 * 1024 * 1024;
  private static final JsonMapper MAPPER =
      Json.strict(TEXT_MOST).enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final JsonNode node;

  private Facts(JsonNode node) {
    this.node = node;
  }

  /**
   * Reads one JSON value.
   *
   * @throws IOException when it is none
   */
  public static Facts read(byte[] json) throws IOException {
    try {
      return new Facts(MAPPER.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IOException("what it answers is no JSON", e);
    }
  }

  /**
   * Reads one JSON value that a person wrote.
   *
   * @throws IllegalArgumentException with what is wrong and where when it is none
   */
  public static Facts parse(String json) {
    try {
      return new Facts(MAPPER.readTree(json));
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      // What follows names the place once more, in the parser's own terms.
      var what = SafeText.of(e.getOriginalMessage()).replaceFirst(" \\(for .*| at \\[.*", "");
      throw new IllegalArgumentException(
          "line %d, column %d: %s".formatted(at.getLineNr(), at.getColumnNr(), what), e);
    }
  }

  /** Reads one JSON value; what is none holds nothing. */
  public static Facts of(String json) {
    try {
      return new Facts(MAPPER.readTree(json));
    } catch (JsonProcessingException e) {
      return new Facts(MissingNode.getInstance());
    }
  }

  /** These values under their keys. */
  public static Facts of(Map<String, ?> values) {
    return new Facts(MAPPER.valueToTree(values));
  }

  /** What stands under this key; facts without anything when nothing does. */
  public Facts at(String key) {
    return new Facts(node.path(key));
  }

  /** Whether anything stands under this key. */
  public boolean has(String key) {
    return !node.path(key).isMissingNode() && !node.path(key).isNull();
  }

  /** The text under this key, safe to print; empty when there is none. */
  public String text(String key) {
    return SafeText.of(node.path(key).asText(""));
  }

  /** Whether this is an object. */
  public boolean isObject() {
    return node.isObject();
  }

  /** Whether this is an array. */
  public boolean isArray() {
    return node.isArray();
  }

  /** What this is, safe to print, when it is a text that is not blank. */
  public Optional<String> asText() {
    return Optional.of(node)
        .filter(JsonNode::isTextual)
        .map(value -> SafeText.of(value.textValue()).strip())
        .filter(text -> !text.isEmpty());
  }

  /** The number under this key. */
  public OptionalDouble number(String key) {
    var value = node.path(key);
    return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
  }

  /** Whether true stands under this key. */
  public boolean is(String key) {
    return node.path(key).asBoolean(false);
  }

  /** The values of the array under this key. */
  public List<Facts> list(String key) {
    return StreamSupport.stream(node.path(key).spliterator(), false).map(Facts::new).toList();
  }

  /** The texts of the array under this key, safe to print. */
  public List<String> texts(String key) {
    return StreamSupport.stream(node.path(key).spliterator(), false)
        .map(value -> SafeText.of(value.asText("")))
        .toList();
  }

  /** A run as the data of the ending that it had. */
  public String ending() {
    var data = MAPPER.createObjectNode();
    data.set("message", node.path("message"));
    data.set("progress", node.path("progress"));
    data.set("measured", node.path("measured"));
    data.set("agent", node.path("result").path("agent"));
    return write(data);
  }

  /** One line of JSON, in which everything but plain ASCII is escaped. */
  public String written() {
    return write(node);
  }

  /** One line of JSON, {@code type} first, in which everything but plain ASCII is escaped. */
  public String line(String type) {
    var line = MAPPER.createObjectNode().put("type", type);
    if (node instanceof ObjectNode object) {
      object.properties().forEach(entry -> line.putIfAbsent(entry.getKey(), entry.getValue()));
    }
    return write(line);
  }

  /** An event as one line of JSON: {@code type}, {@code id} if it has one, {@code data}. */
  public static String line(StreamEvent event) {
    var line = MAPPER.createObjectNode().put("type", event.type());
    if (event.id() != null) {
      line.set("id", LongNode.valueOf(EventFeed.number(event.id())));
    }
    return write(line.set("data", of(event.data()).node));
  }

  static byte[] json(Map<String, ?> values) {
    return bytes(MAPPER.valueToTree(values));
  }

  static byte[] emission(Emission emission) {
    var json = MAPPER.createObjectNode().put("type", emission.type());
    json.set("data", emission.data().node);
    if (emission.run() != null) {
      json.put("run", emission.run());
    }
    return bytes(json.put("event_id", emission.eventId()));
  }

  private static byte[] bytes(JsonNode json) {
    return write(json).getBytes(StandardCharsets.US_ASCII);
  }

  private static String write(JsonNode node) {
    try {
      // DEL is ASCII, and no terminal should see it.
      return MAPPER.writeValueAsString(node).replace("\u007F", "\\u007f");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
