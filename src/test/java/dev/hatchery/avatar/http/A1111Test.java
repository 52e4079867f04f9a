package dev.hatchery.avatar.http;

import static dev.hatchery.avatar.http.Rendered.PATIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.avatar.RenderException.Reason;
import dev.hatchery.avatar.RenderReport;
import dev.hatchery.avatar.RenderReport.State;
import dev.hatchery.avatar.Timeouts;
import dev.hatchery.config.RendererEntry.Protocol;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pictures of a server that speaks like AUTOMATIC1111, with its habits. */
@Timeout(60)
class A1111Test {

  private static final String PAINT = "/sdapi/v1/txt2img";
  private static final String PROGRESS = "/sdapi/v1/progress";
  private static final String INTERRUPT = "/sdapi/v1/interrupt";
  private static final String PICTURE =
      "{\"images\":[\"%s\"],\"info\":\"{}\"}".formatted(FakePainter.picture(64, 48));
  private static final String IDLE = progress(0, "0", 0, 0, "null");

  private final Vertx vertx = Vertx.vertx();
  private FakePainter server = new FakePainter(vertx);

  @BeforeEach
  void serve() {
    server.json(PROGRESS, IDLE).hold(PAINT).json(INTERRUPT, "{}");
  }

  @AfterEach
  void close() {
    server.close();
    vertx.close().await();
  }

  @Test
  void itsStepsAreTheProgressAndItsPictureThePicture() {
    var rendered = ordered();

    server.json(PROGRESS, progress(0.26, "1", 5, 20, "null"));
    await().until(() -> rendered.reports().contains(step(5)));
    server.release(PICTURE);

    assertThat(rendered.size()).containsExactly(64, 48);
    assertThat(rendered.reports())
        .last()
        .isEqualTo(new RenderReport(State.FINISHING, 1, 0, 0, "Finishing…"));
  }

  @Test
  void itIsToldWhatToPaint() {
    var rendered = ordered();
    server.release(PICTURE);
    rendered.size();

    var asked = server.asked(PAINT).getFirst();
    var body = new JsonObject(asked.body());
    assertThat(body.getString("prompt")).isEqualTo("a fox");
    assertThat(body.getInteger("steps")).isEqualTo(20);
    assertThat(body.getLong("seed")).isBetween(0L, (long) Integer.MAX_VALUE);
    assertThat(asked.authorization()).isEqualTo("Bearer sk-very-secret");
  }

  @Test
  void aServerThatTellsNoProgressPaintsAllTheSame() {
    server.status(PROGRESS, 404, "application/json", "{\"detail\":\"Not Found\"}");
    var rendered = ordered();
    server.release(PICTURE);

    assertThat(rendered.size()).containsExactly(64, 48);
    assertThat(rendered.reports()).map(RenderReport::state).containsExactly(State.FINISHING);
  }

  @Test
  void progressThatFallsBackToNothingBeforeTheAnswerIsFinishing() {
    var rendered = ordered();
    server.json(PROGRESS, progress(0.91, "1", 18, 20, "null"));
    await().until(() -> rendered.reports().contains(step(18)));
    server.json(PROGRESS, IDLE);
    await()
        .until(
            () ->
                rendered
                    .reports()
                    .getLast()
                    .equals(new RenderReport(State.FINISHING, 0.9, 0, 0, "Finishing…")));
    server.release(PICTURE);

    rendered.size();
    assertThat(rendered.reports()).map(RenderReport::fraction).isSorted();
  }

  @Test
  void somebodyElsesJobIsNotOurs() {
    server.json(PROGRESS, progress(0.5, "7", 10, 20, "null"));
    var rendered = ordered();
    var polls = server.asked(PROGRESS).size();
    await().until(() -> server.asked(PROGRESS).size() > polls + 1);
    assertThat(rendered.reports()).isEmpty();

    server.json(PROGRESS, progress(0.06, "8", 1, 20, "null"));
    await().until(() -> rendered.reports().contains(step(1)));
  }

  @Test
  void aPreviewIsShownAndThenTold() {
    var rendered = ordered();
    server.json(PROGRESS, progress(0.26, "1", 5, 20, '"' + FakePainter.picture(32, 24) + '"'));

    await().until(() -> !rendered.previews().isEmpty());
    assertThat(rendered.previews().getFirst().width()).isEqualTo(32);
    await().until(() -> rendered.reports().stream().filter(step(5)::equals).count() > 1);
  }

  @Test
  void cancellingInterruptsItAndEndsTheRequest() {
    var rendered = ordered();
    var before = System.nanoTime();
    rendered.cancel();

    assertThat(rendered.failure().reason()).isEqualTo(Reason.CANCELLED);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
    assertThat(server.asked(INTERRUPT)).hasSize(1);
    await().untilAsserted(() -> assertThat(server.cut()).containsExactly(PAINT));
  }

  @Test
  void cancellingNeverInterruptsSomebodyElse() {
    server.json(PROGRESS, progress(0.5, "7", 10, 20, "null"));
    var rendered = ordered();
    rendered.cancel();

    assertThat(rendered.failure().reason()).isEqualTo(Reason.CANCELLED);
    assertThat(server.asked(INTERRUPT)).isEmpty();
  }

  @Test
  void aServerDeafToBeingInterruptedIsNotWaitedFor() {
    server.on(INTERRUPT, request -> {});
    var rendered = ordered();
    var before = System.nanoTime();
    rendered.cancel();

    assertThat(rendered.failure().reason()).isEqualTo(Reason.CANCELLED);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void anErrorOfTheServerIsTold() {
    server.status(
        PAINT,
        500,
        "application/json",
        "{\"error\":\"OutOfMemoryError\",\"detail\":\"\",\"errors\":\"CUDA out of\\nmemory for sk-very-secret\"}");

    assertThat(paint().failure())
        .hasMessage(
            "The painter's server answered 500 Internal Server Error: CUDA out of memory for •••.");
  }

  @Test
  void aWebPageInsteadOfAnAnswerIsToldByItsNumberAlone() {
    server.status(PAINT, 502, "text/html", "<html><h1>Bad Gateway</h1></html>");
    assertThat(paint().failure()).hasMessage("The painter's server answered 502 Bad Gateway.");

    server.status(PAINT, 200, "text/html", "<html></html>");
    assertThat(paint().failure())
        .hasMessage("The painter's server sent something that is no picture.");
  }

  @Test
  void noRedirectIsFollowed() {
    server.on(
        PAINT,
        request ->
            request
                .response()
                .setStatusCode(307)
                .putHeader("location", server.url("/elsewhere").toString())
                .end());

    assertThat(paint().failure()).hasMessageContaining("set renderers.mine.url");
    assertThat(server.asked("/elsewhere")).isEmpty();
  }

  @Test
  void anAnswerWithoutEndIsCut() {
    server.on(
        PAINT,
        request -> {
          var response = request.response().setChunked(true);
          var piece = Buffer.buffer(new byte[1 << 20]);
          response.putHeader("content-type", "application/json");
          endless(response, piece);
        });

    assertThat(paint().failure())
        .hasMessage("The painter's server sent more than a picture can be.");
  }

  @Test
  void aConnectionCutInTheMiddleIsNoPicture() {
    server.on(
        PAINT,
        request -> {
          request.response().setChunked(true).write("{\"images\":[\"iVBOR");
          vertx.setTimer(20, cut -> request.connection().close());
        });

    assertThat(paint().failure()).hasMessage("The painter's server broke off its answer.");
  }

  @Test
  void aServerThatNeverAnswersIsGivenUpAndInterrupted() {
    var hasty = new Timeouts(Duration.ofMillis(300), Duration.ofMinutes(1), Duration.ofMinutes(1));
    var rendered = paint(hasty);

    assertThat(rendered.failure())
        .hasMessage("The painter did not begin within 0.3 s and was stopped.");
    assertThat(server.asked(INTERRUPT)).hasSize(1);
  }

  @Test
  void anAnswerThatStallsIsGivenUp() {
    server.on(PAINT, request -> request.response().setChunked(true).write("{\"images\":[\"iVBOR"));
    server.status(PROGRESS, 404, "text/plain", "");
    var idle = new Timeouts(Duration.ofMinutes(1), Duration.ofMillis(300), Duration.ofMinutes(1));

    assertThat(paint(idle).failure())
        .hasMessage("The painter went silent for 0.3 s and was stopped.");
  }

  @Test
  void whatIsNoPictureIsRefused() {
    server.json(PAINT, "{\"images\":[\"R0lGODlhAQABAAAAACw=\"]}");
    assertThat(paint().failure())
        .hasMessage("The painter wrote a file that is neither PNG nor JPEG.");

    server.json(PAINT, "{\"images\":[]}");
    assertThat(paint().failure()).hasMessage("The painter's server answered without a picture.");
  }

  @Test
  void aServerThatIsNotThereIsNamed() {
    var url = server.url("");
    server.close();

    var failure = Rendered.by(vertx, Rendered.settings(url, Protocol.A1111, PATIENT)).failure();
    assertThat(failure.reason()).isEqualTo(Reason.MISSING);
    assertThat(failure)
        .hasMessageStartingWith("The painter's server at " + url + " cannot be reached (")
        .hasMessageEndingWith("Start it, or set renderers.mine.url.");
  }

  @Test
  void aCheckSaysWhetherItIsThere() {
    var renderer =
        new HttpRenderer(vertx, Rendered.settings(server.url(""), Protocol.A1111, PATIENT));
    assertThat(renderer.check().await().well()).isTrue();

    server.status(PROGRESS, 401, "application/json", "{\"detail\":\"Incorrect password\"}");
    assertThat(renderer.check().await().sentence())
        .isEqualTo(
            "The painter's server answered 401 Unauthorized: Incorrect password."
                + " Set renderers.mine.apiKey.");
  }

  private static void endless(HttpServerResponse response, Buffer piece) {
    response.write(piece).onSuccess(more -> endless(response, piece));
  }

  private Rendered ordered() {
    var rendered = paint();
    await().until(server::holds);
    return rendered;
  }

  private Rendered paint() {
    return paint(PATIENT);
  }

  private Rendered paint(Timeouts timeouts) {
    return Rendered.by(vertx, Rendered.settings(server.url(""), Protocol.A1111, timeouts));
  }

  private static RenderReport step(int step) {
    return new RenderReport(
        State.STEPPING, step / 20.0, step, 20, "Painting, step %d of 20.".formatted(step));
  }

  private static String progress(double done, String stamp, int step, int steps, String image) {
    return """
        {"progress": %s, "eta_relative": 1.5, "current_image": %s, "textinfo": null,
         "state": {"job": "scripts_txt2img", "job_count": %d, "job_no": 0, "job_timestamp": "%s",
                   "sampling_step": %d, "sampling_steps": %d}}
        """
        .formatted(done, image, steps == 0 ? 0 : 1, stamp, step, steps);
  }
}
