package dev.hatchery.config;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a tool's entry need not say. */
final class ToolDefaults {
  private static final String DEFAULTS =
      """
      {"confidence": 0.7, "command": [], "env": {}, "url": null, "method": "POST", "apiKey": "",
       "timeout": "60s", "repeatable": false}
      """;

  private final EntryDefaults defaults;

  ToolDefaults(JsonMapper mapper) {
    this.defaults = new EntryDefaults(mapper, DEFAULTS);
  }

  /** Completes every entry of {@code missions.tools}. */
  void complete(ObjectNode tree) {
    if (tree.at("/missions/tools") instanceof ObjectNode tools) {
      for (var entry : tools.properties()) {
        if (entry.getValue() instanceof ObjectNode given) {
          entry.setValue(defaults.completed(given));
        }
      }
    }
  }
}
