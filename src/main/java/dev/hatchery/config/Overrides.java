package dev.hatchery.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Settings given as single texts, by the environment or by flags, laid into the tree. */
final class Overrides {
  private static final String PREFIX = "HATCHERY_";

  /**
   * No settings: what we set for child processes, who the user of the command line is and whom it
   * trusts, and which server it and the shell script talk to.
   */
  private static final Set<String> OTHERS =
      Set.of("HATCHERY_RUN", "HATCHERY_TOKEN", "HATCHERY_CACERT", "HATCHERY_URL");

  private final JsonMapper mapper;
  private final ObjectNode tree;

  Overrides(JsonMapper mapper, ObjectNode tree) {
    this.mapper = mapper;
    this.tree = tree;
  }

  /** Lays in every {@code HATCHERY_…} variable: the path in upper case, words joined by _. */
  void environment(Map<String, String> environment) {
    var names = new LinkedHashMap<String, String>();
    paths(tree, "", names);
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(PREFIX) && !OTHERS.contains(name)) {
            var path = names.get(name);
            if (path == null) {
              throw new ConfigException(name + " is not a setting of Hatchery");
            }
            set(path, value, name);
          }
        });
  }

  /** Lays in flags by their paths, such as {@code http.port}. */
  void flags(Map<String, String> flags) {
    flags.forEach((path, value) -> set(path, value, path));
  }

  private static void paths(ObjectNode node, String above, Map<String, String> names) {
    for (var entry : node.properties()) {
      var path = above.isEmpty() ? entry.getKey() : above + "." + entry.getKey();
      if (entry.getValue() instanceof ObjectNode below) {
        paths(below, path, names);
      } else {
        names.put(variable(path), path);
      }
    }
  }

  private static String variable(String path) {
    return PREFIX
        + path.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replace('.', '_').toUpperCase(Locale.ROOT);
  }

  private void set(String path, String value, String source) {
    var end = path.lastIndexOf('.');
    var parent =
        end < 0 ? tree : (ObjectNode) tree.at("/" + path.substring(0, end).replace('.', '/'));
    var key = path.substring(end + 1);
    parent.set(key, parse(parent.path(key), value, source));
  }

  private JsonNode parse(JsonNode replaced, String value, String source) {
    if (replaced instanceof ArrayNode && !value.startsWith("[")) {
      return mapper.valueToTree(value.isBlank() ? List.of() : List.of(value.split(",")));
    }
    if (replaced.isTextual()) {
      return TextNode.valueOf(value);
    }
    try {
      return mapper.readTree(value);
    } catch (JsonProcessingException e) {
      throw new ConfigException("%s is not right: %s".formatted(source, value));
    }
  }
}
