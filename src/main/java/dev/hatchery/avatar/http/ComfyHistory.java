package dev.hatchery.avatar.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What ComfyUI remembers of a picture that is over, well or not. */
record ComfyHistory(JsonNode entry) {

  private static final String ERROR = "execution_error";

  /** The entry of this picture; nothing while it is not over. */
  static Optional<ComfyHistory> of(JsonNode answer, String id) {
    return Optional.of(answer.path(id)).filter(JsonNode::isObject).map(ComfyHistory::new);
  }

  boolean failed() {
    return entry.at("/status/status_str").asText().equals("error");
  }

  /** Why it failed; nothing when somebody stopped it. */
  Optional<ObjectNode> error() {
    for (var message : entry.at("/status/messages")) {
      if (message.path(0).asText().equals(ERROR)) {
        return Optional.of(error(message.path(1)));
      }
    }
    return Optional.empty();
  }

  /** An error as it is told on the socket and remembered, as people read it. */
  static ObjectNode error(JsonNode data) {
    var words = data.path("exception_message").asText().strip();
    return JsonText.object().put("message", data.path("node_type").asText() + ": " + words);
  }

  /** Where the picture is, a kept one rather than a preview; nothing when there is none. */
  Optional<String> picture() {
    List<JsonNode> images = new ArrayList<>();
    entry.path("outputs").forEach(node -> node.path("images").forEach(images::add));
    return images.stream()
        .filter(image -> image.path("type").asText().equals("output"))
        .findFirst()
        .or(() -> images.stream().findFirst())
        .map(ComfyHistory::view);
  }

  private static String view(JsonNode image) {
    return "/view?filename=%s&subfolder=%s&type=%s"
        .formatted(
            encoded(image.path("filename")),
            encoded(image.path("subfolder")),
            encoded(image.path("type")));
  }

  private static String encoded(JsonNode text) {
    return URLEncoder.encode(text.asText(), StandardCharsets.UTF_8);
  }
}
