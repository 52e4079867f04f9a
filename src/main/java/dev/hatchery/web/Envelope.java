package dev.hatchery.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hatchery.json.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A message of a bridge's client.
 *
 * @param replyAddress where its client waits for the answer, or empty where it does not
 */
record Envelope(
    String type, String address, String replyAddress, ObjectNode headers, JsonNode body) {
  private static final int ADDRESS_MOST = 200;

  /** Bytes that are no UTF-8 arrive as the sign for "there was something else here". */
  private static final char REPLACED = '\uFFFD';

  /**
   * Reads one.
   *
   * @throws Refusal when it is none
   */
  static Envelope read(String text) {
    try {
      if (text.indexOf(REPLACED) < 0
          && StrictJson.read(text.getBytes(StandardCharsets.UTF_8)) instanceof ObjectNode message) {
        return new Envelope(
            text(message, "type"),
            text(message, "address"),
            text(message, "replyAddress"),
            message.path("headers") instanceof ObjectNode headers ? headers : message.objectNode(),
            message.path("body"));
      }
    } catch (IOException e) {
      // It gets the same sentence as any other text that is no message.
    }
    throw Refusal.malformed("malformed_message", "A message is a JSON object in UTF-8.");
  }

  /** A header that is a text or a number. */
  Optional<String> header(String name) {
    var value = headers.path(name);
    return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
  }

  private static String text(ObjectNode message, String name) {
    var value = message.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (!value.isTextual() || value.textValue().length() > ADDRESS_MOST) {
      throw Refusal.malformed(
          "invalid_" + name, name, name + " must be a text of up to 200 characters.");
    }
    return value.textValue();
  }
}
