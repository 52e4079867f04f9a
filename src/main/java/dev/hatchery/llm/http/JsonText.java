package dev.hatchery.llm.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** JSON of strangers: read without complaint, never deep. */
public final class JsonText {
  private static final int DEEPEST = 64;
  private static final int LONGEST = 2 * 1024 * 1024;

  private static final JsonMapper JSON =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(DEEPEST)
                      .maxStringLength(LONGEST)
                      .build())
              .build());

  private JsonText() {}

  /** An empty object to fill. */
  public static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** The object that {@code text} is; empty when it is none, or torn. */
  public static Optional<JsonNode> read(String text) {
    try {
      return Optional.of(JSON.readTree(text)).filter(JsonNode::isObject);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /**
   * What an error object says, wherever its provider puts the words: {@code error.message}, {@code
   * error}, {@code message} or {@code detail}.
   */
  public static String complaint(JsonNode answer) {
    for (var place : new String[] {"/error/message", "/error", "/message", "/detail"}) {
      if (answer.at(place).isTextual()) {
        return answer.at(place).asText();
      }
    }
    return "";
  }
}
