package dev.hatchery.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hatchery.json.Json;
import java.util.Set;

/**
 * What was emitted, as it will stand in the journal: one line of compact JSON without the keys that
 * are ours, in which nothing breaks a line, whoever reads it.
 */
final class EmittedText {
  private static final JsonMapper MAPPER = Json.wire();
  private static final int BYTES_MOST = 64 * 1024;

  /** No more characters than this have few enough bytes, whatever they are. */
  private static final int CHARS_SURE = BYTES_MOST / 3;

  private static final Set<String> OURS =
      Set.of("run_id", "seq", "timestamp", "message", "progress", "measured", "eta_seconds");

  /** A guess is ours to tell of the one type that shows guesses. */
  private static final String ESTIMATED = "estimated";

  private EmittedText() {}

  /** The line; {@code field} names the data in refusals. */
  static String of(ObjectNode data, String field) {
    requireFinite(data, field);
    data.remove(OURS);
    data.remove(ESTIMATED);
    var text = inert(write(data));
    if (text.length() > BYTES_MOST || (text.length() > CHARS_SURE && bytes(text) > BYTES_MOST)) {
      throw Refusal.invalid("data_too_long", field, "The data of an event has 64 KiB at most.");
    }
    return text;
  }

  private static String write(ObjectNode data) {
    try {
      return MAPPER.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was read cannot be written", e);
    }
  }

  private static void requireFinite(JsonNode value, String field) {
    if (value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue())) {
      throw Refusal.invalid(
          "invalid_data", field, "A number in the data is too large to be kept as it is.");
    }
    if (value.isContainerNode()) {
      for (var element : value) {
        requireFinite(element, field);
      }
    }
  }

  /** JSON escapes the controls of ASCII itself; these are line breaks or controls to others. */
  private static String inert(String json) {
    for (int i = 0; i < json.length(); i++) {
      if (alive(json.charAt(i))) {
        return escaped(json);
      }
    }
    return json;
  }

  private static String escaped(String json) {
    var inert = new StringBuilder(json.length() + 32);
    json.chars()
        .forEach(
            c -> {
              if (alive(c)) {
                inert.append("\\u%04x".formatted(c));
              } else {
                inert.append((char) c);
              }
            });
    return inert.toString();
  }

  private static boolean alive(int c) {
    return (c >= 0x7f && c <= 0x9f) || c == 0x2028 || c == 0x2029;
  }

  private static int bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
  }
}
