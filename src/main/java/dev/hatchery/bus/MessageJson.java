package dev.hatchery.bus;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import dev.hatchery.json.Json;
import dev.hatchery.protocol.Checkpoint;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.Message;
import dev.hatchery.protocol.Order;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Messages as JSON: {@code {"type":"Generation.Prompt","body":{…}}}. Types are looked up among the
 * permitted ones; no class name from outside is ever loaded.
 */
final class MessageJson {
  /** A picture of 4 MiB in base 64, and some room. */
  private static final int TEXT_MOST = 8 * 1024 * 1024;

  /** Sealed values inside messages; their type stands among their keys. */
  private static final List<Class<?>> SEALED_VALUES =
      List.of(Order.class, Checkpoint.class, Happening.class);

  private final Map<String, Class<? extends Message>> types = new LinkedHashMap<>();
  private final JsonMapper mapper;

  MessageJson() {
    records(Message.class).forEach(type -> types.put(name(type), type.asSubclass(Message.class)));
    var builder = Json.strict(TEXT_MOST).addModule(new BytesModule());
    for (var sealed : SEALED_VALUES) {
      builder.addMixIn(sealed, NamedByType.class);
      records(sealed)
          .forEach(type -> builder.registerSubtypes(new NamedType(type, type.getSimpleName())));
    }
    mapper = builder.build();
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
    } catch (java.io.IOException e) {
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

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(MessageJson::records)
        : Stream.of(type);
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  private interface NamedByType {}
}
