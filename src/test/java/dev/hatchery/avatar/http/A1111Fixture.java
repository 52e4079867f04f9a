package dev.hatchery.avatar.http;

import static dev.hatchery.avatar.http.Rendered.PATIENT;
import static org.awaitility.Awaitility.await;

import dev.hatchery.avatar.RenderReport;
import dev.hatchery.avatar.RenderReport.State;
import dev.hatchery.avatar.Timeouts;
import dev.hatchery.config.RendererEntry.Protocol;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server that speaks like AUTOMATIC1111 and holds what it is to paint. */
abstract class A1111Fixture {

  static final String PAINT = "/sdapi/v1/txt2img";
  static final String PROGRESS = "/sdapi/v1/progress";
  static final String INTERRUPT = "/sdapi/v1/interrupt";
  static final String PICTURE =
      "{\"images\":[\"%s\"],\"info\":\"{}\"}".formatted(FakePainter.picture(64, 48));
  static final String IDLE = progress(0, "0", 0, 0, "null");

  final Vertx vertx = Vertx.vertx();
  final FakePainter server = new FakePainter(vertx);

  @BeforeEach
  void serve() {
    server.json(PROGRESS, IDLE).hold(PAINT).json(INTERRUPT, "{}");
  }

  @AfterEach
  void close() {
    server.close();
    vertx.close().await();
  }

  static void endless(HttpServerResponse response, Buffer piece) {
    response.write(piece).onSuccess(more -> endless(response, piece));
  }

  Rendered ordered() {
    var rendered = paint();
    await().until(server::holds);
    return rendered;
  }

  Rendered paint() {
    return paint(PATIENT);
  }

  Rendered paint(Timeouts timeouts) {
    return Rendered.by(vertx, Rendered.settings(server.url(""), Protocol.A1111, timeouts));
  }

  static RenderReport step(int step) {
    return new RenderReport(
        State.STEPPING, step / 20.0, step, 20, "Painting, step %d of 20.".formatted(step));
  }

  static String progress(double done, String stamp, int step, int steps, String image) {
    return """
        {"progress": %s, "eta_relative": 1.5, "current_image": %s, "textinfo": null,
         "state": {"job": "scripts_txt2img", "job_count": %d, "job_no": 0, "job_timestamp": "%s",
                   "sampling_step": %d, "sampling_steps": %d}}
        """
        .formatted(done, image, steps == 0 ? 0 : 1, stamp, step, steps);
  }
}
