package dev.hatchery.web;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.vertx.core.buffer.Buffer;

/** A frame that is no event of the journal, as a document: it has no id. */
@JsonPropertyOrder({"type", "data"})
record Unnumbered(String type, Object data) {
  static Buffer json(String type, Object data) {
    return Answer.json(new Unnumbered(type, data));
  }
}
