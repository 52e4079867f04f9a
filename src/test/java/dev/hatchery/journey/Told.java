package dev.hatchery.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Set;

/**
 * An event as a client was told it.
 *
 * @param id its place in the journal, or 0 for one that has none
 * @param received when, by this client's steady clock, in nanoseconds
 */
record Told(long id, String type, JsonNode data, long received) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> ENDINGS = Set.of("complete", "error", "cancelled");

  static Told of(long id, String type, String data) {
    try {
      return new Told(id, type, JSON.readTree(data), System.nanoTime());
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + data, e);
    }
  }

  boolean numbered() {
    return id > 0;
  }

  boolean ending() {
    return ENDINGS.contains(type);
  }

  long seq() {
    return data.path("seq").asLong();
  }

  double progress() {
    return data.path("progress").asDouble();
  }

  Instant at() {
    return Instant.parse(data.path("timestamp").asText());
  }
}
