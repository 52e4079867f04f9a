package dev.hatchery.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What an answer has to look like.
 *
 * @param name what tools and schemas of it go by
 * @param purpose what that tool or schema is for
 * @param json the schema, as JSON
 */
public record Form(String name, String purpose, String json) {
  private static final JsonMapper JSON = new JsonMapper();

  /** The schema, to keep. */
  public ObjectNode schema() {
    try {
      return JSON.readValue(json, ObjectNode.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
