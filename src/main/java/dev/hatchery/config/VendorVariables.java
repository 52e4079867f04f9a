package dev.hatchery.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The variables that the vendors of language models have made common. */
final class VendorVariables {
  private static final String OLLAMA_PORT = ":11434";

  private VendorVariables() {}

  /** Lays them over the defaults; whatever is said for Hatchery alone comes above them. */
  static void lay(Map<String, String> environment, ObjectNode tree) {
    lay(environment, "ANTHROPIC_API_KEY", tree, "anthropic", "apiKey", value -> value);
    lay(environment, "ANTHROPIC_BASE_URL", tree, "anthropic", "url", value -> value);
    lay(environment, "OPENAI_API_KEY", tree, "openai", "apiKey", value -> value);
    lay(environment, "OPENAI_BASE_URL", tree, "openai", "url", value -> value);
    lay(environment, "OLLAMA_HOST", tree, "ollama", "url", VendorVariables::ollama);
  }

  private static void lay(
      Map<String, String> environment,
      String variable,
      ObjectNode tree,
      String provider,
      String key,
      UnaryOperator<String> form) {
    var value = environment.getOrDefault(variable, "").strip();
    if (!value.isEmpty()) {
      tree.withObject("/llm/" + provider).put(key, form.apply(value));
    }
  }

  /**
   * Ollama's own forms: a host alone, with a port, with a scheme; all interfaces means this one.
   */
  private static String ollama(String value) {
    var schemed = value.contains("://");
    var host = schemed ? value.substring(value.indexOf("://") + 3) : value;
    var scheme = schemed ? value.substring(0, value.indexOf("://") + 3) : "http://";
    if (host.startsWith(":")) {
      host = "127.0.0.1" + host;
    }
    if (!schemed && !host.matches(".*:\\d+/?")) {
      host = host.replaceFirst("/?$", OLLAMA_PORT);
    }
    return scheme + host.replaceFirst("^0\\.0\\.0\\.0", "127.0.0.1");
  }
}
