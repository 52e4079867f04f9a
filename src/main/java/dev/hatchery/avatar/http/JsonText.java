package dev.hatchery.avatar.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hatchery.json.Json;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON that strangers sent, in which pictures are long texts. */
final class JsonText {

  private static final int TEXT_MOST = 64 << 20;
  private static final JsonMapper MAPPER = Json.strict(TEXT_MOST).build();

  private JsonText() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** What is configured, as JSON. */
  static JsonNode tree(@Nullable Object value) {
    return MAPPER.valueToTree(value);
  }

  /** Lays what is configured over what we would say. */
  static ObjectNode with(ObjectNode ours, Map<String, Object> options) {
    options.forEach(
        (key, value) -> {
          if (value == null) {
            ours.remove(key);
          } else {
            ours.set(key, MAPPER.valueToTree(value));
          }
        });
    return ours;
  }

  /** The object in it; nothing when there is none. */
  static Optional<JsonNode> read(Buffer json) {
    try {
      return object(MAPPER.readTree(json.getBytes()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The object in it; nothing when there is none. */
  static Optional<JsonNode> read(String json) {
    try {
      return object(MAPPER.readTree(json));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /**
   * The file in a text of Base64, which may be a {@code data:} address; nothing if it is neither.
   */
  static Optional<byte[]> file(JsonNode text) {
    if (!text.isTextual() || text.asText().isEmpty()) {
      return Optional.empty();
    }
    var words = text.asText();
    var from = words.startsWith("data:") ? words.indexOf(',') + 1 : 0;
    try {
      return Optional.of(Base64.getMimeDecoder().decode(words.substring(from)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<JsonNode> object(JsonNode node) {
    return Optional.of(node).filter(JsonNode::isObject);
  }
}
