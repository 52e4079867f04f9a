package dev.hatchery.avatar.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.avatar.Picture;
import dev.hatchery.avatar.RenderReport;
import dev.hatchery.avatar.RenderReport.State;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pictures of a server that speaks like ComfyUI, with its habits. */
@Timeout(60)
class ComfyUiTest extends ComfyUiFixture {

  @Test
  void itsSamplersStepsAreTheProgressAndItsPictureThePicture() {
    var rendered = ordered();
    tell("execution_start", "{\"prompt_id\": \"ours-1\"}");
    step("10", 5, 20);
    await().until(() -> rendered.reports().contains(stepping(0.25, 5, 20)));
    done();

    assertThat(rendered.size()).containsExactly(64, 48);
    assertThat(rendered.reports())
        .last()
        .isEqualTo(new RenderReport(State.FINISHING, 1, 0, 0, "Finishing…"));
  }

  @Test
  void itIsToldWhatToPaintInTheWordsAndNumbersOfItsGraph() {
    options = Map.of("workflow", workflow(1).get("workflow"), "extra_data", Map.of("note", "hi"));
    ordered();

    var body = new JsonObject(server.asked(PROMPT).getFirst().body());
    var graph = body.getJsonObject("prompt");
    assertThat(inputs(graph, "2").getString("text")).isEqualTo("a fox, oil on canvas, 20 strokes");
    assertThat(inputs(graph, "10").getValue("seed")).isEqualTo(Integer.MAX_VALUE);
    assertThat(graph.getJsonObject("10").getValue("_meta")).isEqualTo(64);
    assertThat(inputs(graph, "5").getString("filename_prefix")).isEqualTo("a fox");
    assertThat(body.getJsonObject("extra_data").getString("note")).isEqualTo("hi");
    assertThat(body.containsKey("workflow")).isFalse();
    assertThat(server.listener("/ws").orElseThrow().query())
        .isEqualTo("clientId=" + body.getString("client_id"));
    assertThat(server.listener("/ws").orElseThrow().headers().get("authorization"))
        .isEqualTo("Bearer sk-very-secret");
  }

  @Test
  void somebodyElsesProgressIsNotOurs() {
    var rendered = ordered();
    progress("theirs-1", "10", 15, 20);
    tell("executing", "{\"node\": null, \"prompt_id\": \"theirs-1\"}");
    tell("execution_interrupted", "{\"prompt_id\": \"theirs-1\"}");
    tell("status", "{\"status\": {\"exec_info\": {\"queue_remaining\": 2}}}");
    step("10", 1, 20);

    await().until(() -> !rendered.reports().isEmpty());
    assertThat(rendered.reports()).containsExactly(stepping(0.05, 1, 20));
  }

  @Test
  void whatOtherNodesCountIsNoPartOfThePainting() {
    var rendered = ordered();
    step("1", 3, 3);
    step("10", 10, 20);
    step("4", 1, 9);
    step("10", 20, 20);
    step("4", 2, 9);
    step("10:7", 20, 20);

    await().until(() -> finishing(rendered));
    assertThat(rendered.reports())
        .containsExactly(
            new RenderReport(
                State.PREPARING, 0, 0, 0, "CheckpointLoaderSimple; not part of the percentage."),
            stepping(0.5, 10, 20),
            new RenderReport(State.FINISHING, 1, 20, 20, "Finishing…"));
  }

  @Test
  void twoSamplersAreTwoPasses() {
    options = workflow(2);
    var rendered = ordered();
    step("10", 20, 20);
    step("11", 1, 10);
    step("11", 10, 10);

    await().until(() -> finishing(rendered));
    assertThat(rendered.reports()).map(RenderReport::fraction).containsExactly(0.5, 0.55, 1.0);
  }

  @Test
  void aGraphWithoutAKnownSamplerIsMeasuredByWhateverMoves() {
    options = workflow(0);
    var rendered = ordered();
    step("4", 3, 9);

    await().until(() -> rendered.reports().contains(stepping(3 / 9.0, 3, 9)));
  }

  @Test
  void sketchesOfBothKindsAreShownAndThenTold() {
    var rendered = ordered();
    step("10", 5, 20);
    sketch(1, "");
    await().until(() -> rendered.previews().size() == 1);
    sketch(4, "{\"node_id\": \"10\"}");
    await().until(() -> rendered.previews().size() == 2);

    assertThat(rendered.previews()).map(Picture::width).containsOnly(32);
    await()
        .until(
            () -> rendered.reports().stream().filter(stepping(0.25, 5, 20)::equals).count() == 3);
  }

  @Test
  void framesThatMakeNoSenseAreIgnored() {
    var rendered = ordered();
    var socket = server.listener("/ws").orElseThrow();
    socket.writeTextMessage("no JSON").await();
    socket.writeTextMessage("[1, 2]").await();
    socket.writeBinaryMessage(Buffer.buffer("xyz")).await();
    sketch(2, "");
    sketch(4, "x".repeat(40) + "\u0000");
    step("10", -3, 0);
    step("10", 5, 20);

    await().until(() -> rendered.reports().contains(stepping(0.25, 5, 20)));
    done();
    assertThat(rendered.size()).containsExactly(64, 48);
  }

  private static boolean finishing(Rendered rendered) {
    return rendered.reports().stream().anyMatch(report -> report.state() == State.FINISHING);
  }

  private static JsonObject inputs(JsonObject graph, String node) {
    return graph.getJsonObject(node).getJsonObject("inputs");
  }
}
