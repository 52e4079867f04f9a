package dev.hatchery.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the entries of a list by name need not say. */
final class EntryDefaults {
  private final JsonMapper mapper;
  private final String defaults;

  /**
   * For entries that are objects.
   *
   * @param defaults every key with its default, as JSON
   */
  EntryDefaults(JsonMapper mapper, String defaults) {
    this.mapper = mapper;
    this.defaults = defaults;
  }

  /** What {@code given} says, and for the rest the defaults. */
  ObjectNode completed(ObjectNode given) {
    try {
      var entry = (ObjectNode) mapper.readTree(defaults);
      entry.setAll(given);
      return entry;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
