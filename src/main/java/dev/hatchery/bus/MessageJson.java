package dev.hatchery.bus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hatchery.protocol.Message;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Messages as JSON: {@code {"type":"Generation.Prompt","body":{…}}}. Types are looked up among the
 * permitted ones; no class name from outside is ever loaded.
 */
final class MessageJson {
  private final Map<String, Class<? extends Message>> types = new LinkedHashMap<>();
  private final JsonMapper mapper = new RecordJson().mapper();

  MessageJson() {
    RecordJson.records(Message.class)
        .forEach(type -> types.put(name(type), type.asSubclass(Message.class)));
  }

  byte[] write(Message message) {
    try {
      return mapper.writeValueAsBytes(
          mapper
              .createObjectNode()
              .put("type", name(message.getClass()))
              .set("body", mapper.valueToTree(message)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot write " + name(message.getClass()), e);
    }
  }

  Message read(byte[] json) {
    try {
      JsonNode tree = mapper.readTree(json);
      var type = types.get(tree.path("type").asText());
      if (type == null) {
        throw new IllegalArgumentException("unknown message type " + tree.path("type"));
      }
      return mapper.treeToValue(tree.path("body"), type);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read a message", e);
    }
  }

  /** Every message type by its name on the wire. */
  Map<String, Class<? extends Message>> types() {
    return Map.copyOf(types);
  }

  private static String name(Class<?> type) {
    return type.getEnclosingClass().getSimpleName() + "." + type.getSimpleName();
  }
}
