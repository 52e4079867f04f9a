package dev.hatchery.bus;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import dev.hatchery.json.Json;
import dev.hatchery.protocol.ArtifactContent;
import dev.hatchery.protocol.Checkpoint;
import dev.hatchery.protocol.Deed;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Report;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The values inside messages as JSON, for the wire and for columns. A sealed value says among its
 * keys which of its kinds it is, as in {@code {"is":"Hatch",…}}.
 */
public final class RecordJson {
  /** A picture of 4 MiB in base 64, and some room. */
  private static final int TEXT_MOST = 8 * 1024 * 1024;

  private static final List<Class<?>> SEALED_VALUES =
      List.of(
          Order.class,
          Checkpoint.class,
          Happening.class,
          Report.class,
          ArtifactContent.class,
          Deed.class);

  private final JsonMapper mapper;

  /** Knows every kind of the sealed values. */
  public RecordJson() {
    var builder = ofAnyVersion(Json.strict(TEXT_MOST)).addModule(new BytesModule());
    for (var sealed : SEALED_VALUES) {
      builder.addMixIn(sealed, NamedByType.class);
      records(sealed)
          .forEach(type -> builder.registerSubtypes(new NamedType(type, type.getSimpleName())));
    }
    mapper = builder.build();
  }

  /**
   * While nodes are replaced one by one, newer and older ones read what the others wrote. What one
   * does not know yet it leaves out; what one did not say yet is nothing, 0, false or empty.
   */
  private static JsonMapper.Builder ofAnyVersion(JsonMapper.Builder builder) {
    var empty = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
    for (var many : List.of(List.class, Set.class, Map.class)) {
      builder.withConfigOverride(many, override -> override.setSetterInfo(empty));
    }
    return builder
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
  }

  /** One line of JSON. */
  public String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot write " + value.getClass(), e);
    }
  }

  /** What {@link #write} wrote; throws {@link IllegalArgumentException} when it is not that. */
  public <T> T read(String json, Class<T> type) {
    try {
      return mapper.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot read " + type, e);
    }
  }

  JsonMapper mapper() {
    return mapper;
  }

  static Stream<Class<?>> records(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(RecordJson::records)
        : Stream.of(type);
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  private interface NamedByType {}
}
