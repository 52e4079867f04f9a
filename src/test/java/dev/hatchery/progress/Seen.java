package dev.hatchery.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hatchery.json.Json;
import dev.hatchery.protocol.Journal;
import java.time.Instant;

/** An event as a client sees it. */
record Seen(Journal.Draft draft, JsonNode data) {
  static Seen of(Journal.Draft draft) {
    try {
      return new Seen(draft, Json.wire().readTree(draft.data()));
    } catch (JsonProcessingException e) {
      throw new AssertionError(draft.data(), e);
    }
  }

  String type() {
    return draft.type();
  }

  Instant at() {
    return Instant.parse(data.get("timestamp").asText());
  }

  double progress() {
    return data.get("progress").asDouble();
  }

  double measured() {
    return data.get("measured").asDouble();
  }

  boolean estimated() {
    return data.get("estimated").asBoolean();
  }

  String message() {
    return data.get("message").asText();
  }
}
