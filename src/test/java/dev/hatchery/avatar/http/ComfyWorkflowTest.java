package dev.hatchery.avatar.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComfyWorkflowTest {

  private static final String GRAPH =
      "{\"1\": {\"class_type\": \"CLIPTextEncode\", \"inputs\": {\"text\": \"{prompt}\"}}}";

  @TempDir Path folder;

  @Test
  void aGraphMayStandInAFile() throws IOException {
    var file = Files.writeString(folder.resolve("api.json"), GRAPH);
    assertThat(of(file.toString()).graph().path("1").path("class_type").asText())
        .isEqualTo("CLIPTextEncode");
  }

  @Test
  void whatThePromptSaysStaysWords() throws IOException {
    var file = Files.writeString(folder.resolve("api.json"), GRAPH.replace("{p", "a {p"));
    var filled =
        of(file.toString())
            .filled(
                Map.of(
                    "prompt", TextNode.valueOf("{seed} $1 \"x\""), "seed", TextNode.valueOf("7")));
    assertThat(filled.at("/1/inputs/text").asText()).isEqualTo("a {seed} $1 \"x\"");
  }

  @Test
  void whatIsNoGraphIsRefusedWithWhatToDo() throws IOException {
    refused(Map.of(), "needs options.workflow");
    refused(Map.of("nodes", List.of(1), "links", List.of()), "export it by Export (API)");
    refused(Map.of("1", Map.of("class_type", "KSampler")), "must say where {prompt} goes");
    refused(folder.resolve("none.json").toString(), "cannot be read");
    refused(
        Files.writeString(folder.resolve("list.json"), "[1]").toString(),
        "does not hold a JSON object");
  }

  private static void refused(Object workflow, String words) {
    assertThatThrownBy(() -> of(workflow))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }

  private static ComfyWorkflow of(Object workflow) {
    return ComfyWorkflow.of(Map.of("workflow", workflow));
  }
}
