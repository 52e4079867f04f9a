package dev.hatchery.avatar.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.hatchery.terminal.BarRules;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A graph of ComfyUI's nodes in its API format, whose texts have places to fill: {@code {prompt}
 * {seed} {steps} {width} {height}}. A text that is nothing but a place becomes the value itself, a
 * number where it is one.
 */
record ComfyWorkflow(JsonNode graph) {

  static final String OPTION = "workflow";

  private static final Pattern PLACE = Pattern.compile("\\{(prompt|seed|steps|width|height)}");
  private static final Pattern SAMPLER = Pattern.compile("KSampler(?!Select).*|SamplerCustom.*");
  private static final long FILE_MOST = 4L << 20;

  /**
   * From a server's options, where it stands itself or by the path of its file.
   *
   * @throws IllegalArgumentException with a sentence when it can never work
   */
  static ComfyWorkflow of(Map<String, Object> options) {
    var option = JsonText.tree(options.get(OPTION));
    var graph = option.isTextual() ? read(Path.of(option.asText())) : option;
    require(
        graph.isObject() && !graph.isEmpty(),
        "a ComfyUI renderer needs options.workflow: a graph in the API format, or its file");
    for (var node : graph) {
      require(
          node.path("class_type").isTextual(),
          "options.workflow is not in ComfyUI's API format: export it by Export (API)");
    }
    require(
        graph.toString().contains("{prompt}"),
        "options.workflow must say where {prompt} goes, as the text of a CLIPTextEncode node");
    return new ComfyWorkflow(graph);
  }

  /** The graph for one picture. */
  JsonNode filled(Map<String, JsonNode> values) {
    return fill(graph, values);
  }

  /** Each sampler is a pass of the painting; where there is none, whatever moves is. */
  BarRules rules() {
    var samplers = 0;
    for (var node : graph) {
      samplers += sampler(node.path("class_type").asText()) ? 1 : 0;
    }
    return new BarRules(Optional.empty(), samplers);
  }

  /** How the bar of a node is called: not at all when it is the painting. */
  String name(String node) {
    // Nodes that a node makes of itself are called after it, 12:3.
    var type = graph.path(node.replaceFirst(":.*", "")).path("class_type").asText();
    return sampler(type) || rules().passes() == 0 ? "" : type.isEmpty() ? "node " + node : type;
  }

  private static boolean sampler(String type) {
    return SAMPLER.matcher(type).matches();
  }

  private static JsonNode fill(JsonNode node, Map<String, JsonNode> values) {
    if (node instanceof ObjectNode object) {
      var filled = JsonText.object();
      object.properties().forEach(e -> filled.set(e.getKey(), fill(e.getValue(), values)));
      return filled;
    }
    if (node instanceof ArrayNode array) {
      var filled = JsonText.object().arrayNode();
      array.forEach(element -> filled.add(fill(element, values)));
      return filled;
    }
    return node.isTextual() ? text(node.asText(), values) : node;
  }

  // One pass: a prompt that says {seed} stays words.
  private static JsonNode text(String text, Map<String, JsonNode> values) {
    var places = PLACE.matcher(text);
    if (places.matches()) {
      return values.getOrDefault(places.group(1), TextNode.valueOf(text));
    }
    return TextNode.valueOf(
        places.replaceAll(
            place ->
                Matcher.quoteReplacement(
                    values
                        .getOrDefault(place.group(1), TextNode.valueOf(place.group()))
                        .asText())));
  }

  private static JsonNode read(Path file) {
    try {
      require(Files.size(file) <= FILE_MOST, file + " is too large to be a workflow");
      return JsonText.read(Buffer.buffer(Files.readAllBytes(file)))
          .orElseThrow(() -> new IllegalArgumentException(file + " does not hold a JSON object"));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "options.workflow names the file %s, which cannot be read".formatted(file), e);
    }
  }

  private static void require(boolean valid, String sentence) {
    if (!valid) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
