package dev.hatchery.config;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** What a renderer's entry need not say. */
final class RendererDefaults {
  private static final String DEFAULTS =
      """
      {"command": [], "env": {}, "bars": null, "url": null, "protocol": null, "apiKey": "",
       "options": {}, "steps": 20, "width": 768, "height": 768,
       "firstBarTimeout": null, "idleTimeout": null, "totalTimeout": null}
      """;
  private static final String VENDOR = "https://api.openai.com/";
  private static final String VENDOR_KEY = "OPENAI_API_KEY";

  private final EntryDefaults defaults;
  private final Map<String, String> environment;

  RendererDefaults(JsonMapper mapper, Map<String, String> environment) {
    this.defaults = new EntryDefaults(mapper, DEFAULTS);
    this.environment = environment;
  }

  /** Completes every entry of {@code renderers}. */
  void complete(ObjectNode tree) {
    if (tree.get("renderers") instanceof ObjectNode renderers) {
      for (var entry : renderers.properties()) {
        if (entry.getValue() instanceof ObjectNode given) {
          entry.setValue(completed(given));
        }
      }
    }
  }

  private ObjectNode completed(ObjectNode given) {
    var entry = defaults.completed(given);
    // The vendor's variable opens the vendor's server, and is shown to no other.
    if (entry.path("apiKey").asText().isEmpty() && entry.path("url").asText().startsWith(VENDOR)) {
      entry.put("apiKey", environment.getOrDefault(VENDOR_KEY, ""));
    }
    return entry;
  }
}
