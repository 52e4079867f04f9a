package dev.hatchery.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * JSON that a stranger sent, as it was sent: nothing that is no text is repaired, neither broken
 * UTF-8 nor half a surrogate pair, since what is repaired here would be journaled as if it had been
 * said.
 */
public final class StrictJson {
  private static final JsonMapper MAPPER = Json.wire();

  private StrictJson() {}

  /**
   * Reads one JSON value.
   *
   * @throws CharacterCodingException when it is no UTF-8, or a text or key in it is no Unicode
   * @throws com.fasterxml.jackson.core.JsonProcessingException when it is no JSON
   */
  public static JsonNode read(byte[] json) throws IOException {
    // Jackson's own decoder of bytes lets surrogates pass, and guesses at UTF-16 and UTF-32.
    var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
    var value = MAPPER.readTree(text);
    requireUnicode(value);
    return value;
  }

  private static void requireUnicode(JsonNode value) throws CharacterCodingException {
    if (value.isTextual()) {
      requireUnicode(value.textValue());
    }
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      requireUnicode(entry.getKey());
    }
    for (var element : value) {
      requireUnicode(element);
    }
  }

  // An escape such as \ud800 is lawful JSON without being a character.
  private static void requireUnicode(String text) throws CharacterCodingException {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        requirePairs(text);
        return;
      }
    }
  }

  private static void requirePairs(String text) throws CharacterCodingException {
    if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
      throw new CharacterCodingException();
    }
  }
}
