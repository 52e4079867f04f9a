package dev.hatchery.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The mappers of Hatchery. All refuse duplicate keys, trailing text, and depth beyond 64. */
public final class Json {
  private static final int DEPTH_MOST = 64;
  private static final int NUMBER_DIGITS_MOST = 100;
  private static final int TEXT_MOST = 200 * 1024;

  private Json() {}

  /** What clients send and get: keys in snake_case, times in ISO 8601, unknown keys refused. */
  public static JsonMapper wire() {
    return strict(TEXT_MOST)
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS))
        .build();
  }

  /**
   * A strict mapper to build upon: keys as the records name them.
   *
   * @param longestText how many characters one text may have
   */
  public static JsonMapper.Builder strict(int longestText) {
    return JsonMapper.builder(factory(longestText))
        .addModule(new JavaTimeModule())
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
  }

  private static JsonFactory factory(int longestText) {
    return new JsonFactoryBuilder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH_MOST)
                .maxNumberLength(NUMBER_DIGITS_MOST)
                .maxStringLength(longestText)
                .build())
        .build();
  }
}
