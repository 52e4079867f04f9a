package dev.hatchery.llm.http;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One provider's way to answer, message by message. All methods throw {@link
 * dev.hatchery.llm.ModelException} when a message says that something is wrong.
 */
public interface Answering {

  /** Hears one message of the stream, a JSON object. */
  void message(JsonNode message);

  /** Hears the whole answer in one JSON object, as servers send it that do not stream. */
  void body(JsonNode body);

  /** The stream has said {@code [DONE]}. */
  default void done() {}

  /** Whether the provider has said that the answer is whole. */
  boolean whole();

  /** The bytes are over; throws unless the answer is whole. */
  void end();
}
