package dev.hatchery.avatar.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.avatar.RenderException.Reason;
import dev.hatchery.avatar.Timeouts;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes wrong with a server that speaks like ComfyUI. */
@Timeout(60)
class ComfyUiTroubleTest extends ComfyUiFixture {

  @Test
  void anErrorOfANodeIsToldByItsName() {
    var rendered = ordered();
    tell(
        "execution_error",
        """
        {"prompt_id": "ours-1", "node_id": "10", "node_type": "KSampler", "traceback": [],
         "exception_message": "CUDA out of memory\\n for sk-very-secret"}
        """);

    assertThat(rendered.failure())
        .hasMessage("The painter's server failed: KSampler: CUDA out of memory for •••.");
  }

  @Test
  void anErrorIsRememberedWhereTheSocketIsCut() {
    var rendered = ordered();
    server.listener("/ws").orElseThrow().close().await();
    server.json(
        HISTORY,
        """
        {"ours-1": {"outputs": {}, "status": {"status_str": "error", "messages": [
          ["execution_start", {}],
          ["execution_error", {"node_type": "VAEDecode", "exception_message": "no memory"}]]}}}
        """);

    assertThat(rendered.failure()).hasMessage("The painter's server failed: VAEDecode: no memory.");
  }

  @Test
  void aSocketThatIsCutCostsOnlyProgress() {
    var rendered = ordered();
    server.listener("/ws").orElseThrow().close().await();
    finished();

    assertThat(rendered.size()).containsExactly(64, 48);
  }

  @Test
  void withoutASocketTheQueueSaysThatItHasBegun() {
    server.json(QUEUE, RUNNING);
    var hasty = new Timeouts(Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofMinutes(1));
    var rendered = paint(hasty);
    await().until(() -> server.listener("/ws").isPresent());
    server.listener("/ws").orElseThrow().close().await();
    await().atMost(Duration.ofSeconds(20)).until(() -> server.asked(HISTORY).size() >= 4);
    finished();

    assertThat(rendered.size()).containsExactly(64, 48);
  }

  @Test
  void waitingInTheQueueForTooLongIsGivenUpAndTakenOut() {
    var hasty = new Timeouts(Duration.ofMillis(500), Duration.ofMinutes(1), Duration.ofMinutes(1));
    var rendered = paint(hasty);

    assertThat(rendered.failure())
        .hasMessage("The painter did not begin within 0.5 s and was stopped.");
    assertThat(server.asked(QUEUE)).anyMatch(asked -> asked.body().contains("[\"ours-1\"]"));
    assertThat(server.asked(INTERRUPT)).isEmpty();
  }

  @Test
  void cancellingInterruptsWhatIsOurs() {
    var rendered = ordered();
    step("10", 1, 20);
    await().until(() -> !rendered.reports().isEmpty());
    server.json(QUEUE, RUNNING);
    var before = System.nanoTime();
    rendered.cancel();

    assertThat(rendered.failure().reason()).isEqualTo(Reason.CANCELLED);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
    assertThat(server.asked(INTERRUPT))
        .singleElement()
        .satisfies(asked -> assertThat(asked.body()).contains("\"prompt_id\":\"ours-1\""));
    await().until(() -> server.listener("/ws").orElseThrow().isClosed());
  }

  @Test
  void whatIsStoppedWhileItIsOrderedIsTakenOutAndLookedForNoMore() {
    server.hold(PROMPT);
    var context = vertx.getOrCreateContext();
    var dialect = dialect(context);
    context.runOnContext(go -> dialect.picture());
    await().until(server::holds);
    context.runOnContext(go -> dialect.stop());
    server.release("{\"prompt_id\": \"ours-1\"}");

    await().until(() -> server.asked(QUEUE).size() == 2);
    assertThat(server.asked(QUEUE).getFirst().body()).contains("[\"ours-1\"]");
    await()
        .during(Duration.ofMillis(1500))
        .atMost(Duration.ofSeconds(5))
        .until(() -> server.asked(HISTORY).isEmpty());
  }

  @Test
  void aPictureThatIsOnItsWayIsNotFetchedAgain() {
    var fetched = new LinkedBlockingQueue<HttpServerRequest>();
    server.on("/view", fetched::add);
    var rendered = ordered();
    done();
    await().until(() -> !fetched.isEmpty());
    tell("executing", "{\"node\": null, \"prompt_id\": \"ours-1\"}");
    tell("executing", "{\"node\": null, \"prompt_id\": \"ours-1\"}");
    await().during(Duration.ofMillis(300)).until(() -> fetched.size() == 1);
    view(fetched.remove());

    assertThat(rendered.size()).containsExactly(64, 48);
  }

  @Test
  void cancellingNeverInterruptsSomebodyElse() {
    var rendered = ordered();
    rendered.cancel();

    assertThat(rendered.failure().reason()).isEqualTo(Reason.CANCELLED);
    assertThat(server.asked(QUEUE)).anyMatch(asked -> asked.body().contains("[\"ours-1\"]"));
    assertThat(server.asked(INTERRUPT)).isEmpty();
  }

  @Test
  void whoeverInterruptsItAtTheServerEndsIt() {
    var rendered = ordered();
    tell("execution_interrupted", "{\"prompt_id\": \"ours-1\", \"node_type\": \"KSampler\"}");

    assertThat(rendered.failure())
        .hasMessage("The painter's server was told to stop by somebody else.");
  }

  @Test
  void aGraphThatItCannotPaintIsRefusedWithWhatIsMissing() {
    server.status(
        PROMPT,
        400,
        "application/json",
        """
        {"error": {"type": "prompt_outputs_failed_validation",
                   "message": "Prompt outputs failed validation", "details": ""},
         "node_errors": {"1": {"class_type": "CheckpointLoaderSimple", "errors": [
           {"type": "value_not_in_list", "message": "Value not in list",
            "details": "ckpt_name: 'sd.safetensors' not in ['xl.safetensors']"}]}}}
        """);

    assertThat(paint(Rendered.PATIENT).failure())
        .hasMessage(
            "The painter's server answered 400 Bad Request: CheckpointLoaderSimple: Value not in"
                + " list, ckpt_name: 'sd.safetensors' not in ['xl.safetensors'].");
  }

  @Test
  void anEndWithoutAPictureIsNoPicture() {
    var rendered = ordered();
    server.json(
        HISTORY, "{\"ours-1\": {\"outputs\": {}, \"status\": {\"status_str\": \"success\"}}}");
    tell("executing", "{\"node\": null, \"prompt_id\": \"ours-1\"}");

    assertThat(rendered.failure().reason()).isEqualTo(Reason.NO_PICTURE);
  }

  @Test
  void aPictureThatIsGoneIsToldByItsNumber() {
    server.status("/view", 404, "text/plain", "");
    var rendered = ordered();
    done();

    assertThat(rendered.failure()).hasMessage("The painter's server answered 404 Not Found.");
  }

  @Test
  void aServerThatIsNotThereIsNamed() {
    server.close();
    assertThat(paint(Rendered.PATIENT).failure().reason()).isEqualTo(Reason.MISSING);
  }
}
