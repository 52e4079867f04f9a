package dev.hatchery.avatar.http;

import static org.awaitility.Awaitility.await;

import dev.hatchery.avatar.Patience;
import dev.hatchery.avatar.RenderOrder;
import dev.hatchery.avatar.RenderReport;
import dev.hatchery.avatar.RenderReport.State;
import dev.hatchery.avatar.Timeouts;
import dev.hatchery.config.RendererEntry.Protocol;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server that speaks like ComfyUI, in whose queue everything stays until it is told. */
abstract class ComfyUiFixture {

  static final String PROMPT = "/prompt";
  static final String QUEUE = "/queue";
  static final String HISTORY = "/history/ours-1";
  static final String INTERRUPT = "/interrupt";
  static final String WAITING = "{\"queue_running\": [[7, \"theirs-1\", {}, {}, []]]}";
  static final String RUNNING = "{\"queue_running\": [[8, \"ours-1\", {}, {}, []]]}";
  static final byte[] SKETCH = Base64.getDecoder().decode(FakePainter.picture(32, 24));

  final Vertx vertx = Vertx.vertx();
  final FakePainter server = new FakePainter(vertx);
  Map<String, Object> options = workflow(1);

  @BeforeEach
  void serve() {
    server
        .json(PROMPT, "{\"prompt_id\": \"ours-1\", \"number\": 8, \"node_errors\": {}}")
        .json(QUEUE, WAITING)
        .json(HISTORY, "{}")
        .json(INTERRUPT, "{}")
        .on("/view", ComfyUiFixture::view);
  }

  @AfterEach
  void close() {
    server.close();
    vertx.close().await();
  }

  Rendered ordered() {
    var rendered = paint(Rendered.PATIENT);
    await().until(() -> !server.asked(PROMPT).isEmpty());
    return rendered;
  }

  Rendered paint(Timeouts timeouts) {
    return Rendered.by(vertx, settings(timeouts));
  }

  private HttpSettings settings(Timeouts timeouts) {
    return new HttpSettings(
        "mine", server.url(""), Protocol.COMFYUI, Rendered.KEY, options, timeouts, 20, 64, 48);
  }

  /** The conversation alone, on this context, whose requests nobody ends. */
  ComfyUi dialect(Context context) {
    var settings = settings(Rendered.PATIENT);
    return new ComfyUi(
        vertx,
        vertx.createWebSocketClient(),
        settings,
        new Exchange(vertx.createHttpClient(), settings),
        new RenderOrder("a fox", 1, "run:1", Path.of("unused")),
        new Canvas(context, report -> {}, new Patience(settings.timeouts(), System.nanoTime())));
  }

  /** A graph of a loader, samplers, a decoder and an output. */
  static Map<String, Object> workflow(int samplers) {
    var graph = new JsonObject();
    graph.put("1", node("CheckpointLoaderSimple", "ckpt_name", "sd.safetensors"));
    graph.put("2", node("CLIPTextEncode", "text", "{prompt}, oil on canvas, {steps} strokes"));
    for (var n = 0; n < samplers; n++) {
      graph.put("1" + n, node("KSampler", "seed", "{seed}").put("_meta", "{width}"));
    }
    graph.put("3", node("KSamplerSelect", "sampler_name", "euler"));
    graph.put("4", node("VAEDecodeTiled", "tile_size", 512));
    graph.put("5", node("SaveImage", "filename_prefix", "{prompt}"));
    return Map.of("workflow", new JsonObject(graph.encode()).getMap());
  }

  private static JsonObject node(String type, String input, Object value) {
    return new JsonObject()
        .put("class_type", type)
        .put("inputs", new JsonObject().put(input, value));
  }

  void tell(String type, String data) {
    var socket = server.listener("/ws").orElseThrow();
    socket.writeTextMessage("{\"type\": \"%s\", \"data\": %s}".formatted(type, data)).await();
  }

  void step(String node, int value, int max) {
    progress("ours-1", node, value, max);
  }

  void progress(String id, String node, int value, int max) {
    tell(
        "progress",
        "{\"value\": %d, \"max\": %d, \"prompt_id\": \"%s\", \"node\": \"%s\"}"
            .formatted(value, max, id, node));
  }

  void sketch(int kind, String facts) {
    var head = Buffer.buffer().appendInt(kind).appendInt(kind == 1 ? 2 : facts.length());
    var frame = head.appendString(kind == 1 ? "" : facts).appendBytes(SKETCH);
    server.listener("/ws").orElseThrow().writeBinaryMessage(frame).await();
  }

  /** It is over, and a later look finds the picture. */
  void finished() {
    server.json(
        HISTORY,
        """
        {"ours-1": {"status": {"status_str": "success", "completed": true, "messages": []},
          "outputs": {
            "4": {"images": [{"filename": "sketch.png", "subfolder": "", "type": "temp"}]},
            "5": {"images": [{"filename": "a fox&co_1.png", "subfolder": "x/y", "type": "output"}]}
          }}}
        """);
  }

  /** It is over, and the socket says so. */
  void done() {
    finished();
    tell("executing", "{\"node\": null, \"prompt_id\": \"ours-1\"}");
  }

  static RenderReport stepping(double fraction, int step, int steps) {
    return new RenderReport(
        State.STEPPING, fraction, step, steps, "Painting, step %d of %d.".formatted(step, steps));
  }

  static void view(HttpServerRequest request) {
    var wanted = "a fox&co_1.png x/y output";
    var asked =
        "%s %s %s"
            .formatted(
                request.getParam("filename"),
                request.getParam("subfolder"),
                request.getParam("type"));
    if (asked.equals(wanted)) {
      request
          .response()
          .end(Buffer.buffer(Base64.getDecoder().decode(FakePainter.picture(64, 48))));
    } else {
      request.response().setStatusCode(404).end(Json.encode(asked));
    }
  }
}
