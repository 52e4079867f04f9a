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
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of a server that speaks like OpenAI, streaming or not. */
@Timeout(60)
class OpenAiImagesTest {

  private static final String PAINT = "/v1/images/generations";
  private static final String PICTURE = FakePainter.picture(64, 48);
  private static final String PLAIN = "{\"data\":[{\"b64_json\":\"%s\"}]}".formatted(PICTURE);
  private static final String SKETCH =
      """
      event: image_generation.partial_image
      data: {"type":"image_generation.partial_image","b64_json":"%s","partial_image_index":0}

      """
          .formatted(FakePainter.picture(32, 24));
  private static final String COMPLETED =
      """
      event: image_generation.completed
      data: {"type":"image_generation.completed","b64_json":"%s","usage":{"total_tokens":100}}

      """
          .formatted(PICTURE);

  private final Vertx vertx = Vertx.vertx();
  private final FakePainter server = new FakePainter(vertx);

  @AfterEach
  void close() {
    server.close();
    vertx.close().await();
  }

  @Test
  void aSketchIsShownWhileThePictureIsPainted() {
    server.on(PAINT, request -> events(request, SKETCH));
    var rendered = paint();

    await().until(() -> !rendered.previews().isEmpty());
    assertThat(rendered.previews().getFirst().width()).isEqualTo(32);
    await()
        .untilAsserted(
            () ->
                assertThat(rendered.reports())
                    .containsExactly(
                        new RenderReport(State.PREPARING, 0, 0, 0, "Sketch 1 is there.")));
  }

  @Test
  void theCompletedEventIsThePictureAlthoughTheStreamStaysOpen() {
    server.on(PAINT, request -> events(request, SKETCH + COMPLETED));
    assertThat(paint().size()).containsExactly(64, 48);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 100_000})
  void aRealStreamIsReadHoweverItIsCut(int piece) throws IOException {
    var real =
        Files.readString(Path.of("src/test/resources/captures/wire/openai_image_stream.sse"))
            .replace("AAAA", PICTURE);
    server.on(
        PAINT,
        request -> {
          var response = events(request, "");
          for (int at = 0; at < real.length(); at += piece) {
            response.write(real.substring(at, Math.min(real.length(), at + piece)));
          }
          response.end();
        });
    assertThat(paint().size()).containsExactly(64, 48);
  }

  @Test
  void aPictureInPlainJsonWillDo() {
    server.json(PAINT, PLAIN);
    var rendered = paint();

    assertThat(rendered.size()).containsExactly(64, 48);
    var body = new JsonObject(server.asked(PAINT).getFirst().body());
    assertThat(body.getString("size")).isEqualTo("64x48");
    assertThat(body.getBoolean("stream")).isTrue();
    assertThat(server.asked(PAINT).getFirst().authorization()).isEqualTo("Bearer sk-very-secret");
  }

  @Test
  void aServerThatRefusesToStreamIsAskedOnceMoreWithout() {
    server.on(
        PAINT,
        request -> {
          var first = server.asked(PAINT).size() == 1;
          request
              .response()
              .setStatusCode(first ? 400 : 200)
              .end(first ? "{\"error\":{\"message\":\"Unknown parameter: 'stream'.\"}}" : PLAIN);
        });

    assertThat(paint().size()).containsExactly(64, 48);
    assertThat(server.asked(PAINT).getLast().body()).doesNotContain("stream", "partial_images");
  }

  @Test
  void whatIsConfiguredIsToldAndNullTakesAway() {
    server.json(PAINT, PLAIN);
    var options = new HashMap<String, Object>(Map.of("model", "gpt-image-1"));
    options.put("partial_images", null);
    var settings =
        new HttpSettings(
            "mine",
            server.url("/v1"),
            Protocol.OPENAI_IMAGES,
            Rendered.KEY,
            options,
            PATIENT,
            20,
            64,
            48);
    Rendered.by(vertx, settings).size();

    assertThat(server.asked(PAINT).getFirst().body())
        .contains("\"model\":\"gpt-image-1\"")
        .doesNotContain("partial_images");
  }

  @Test
  void anErrorInTheMiddleOfTheStreamIsTold() {
    server.on(
        PAINT,
        request ->
            events(
                request,
                SKETCH
                    + "event: error\ndata: {\"type\":\"error\",\"error\":{\"message\":\"Rejected by"
                    + " the safety system.\"}}\n\n"));

    assertThat(paint().failure())
        .hasMessage("The painter's server failed: Rejected by the safety system.");
  }

  @Test
  void aStreamWithoutAPictureIsNone() {
    server.on(
        PAINT,
        request -> request.response().putHeader("content-type", "text/event-stream").end(SKETCH));

    assertThat(paint().failure()).hasMessage("The painter's server answered without a picture.");
  }

  @Test
  void anAddressInsteadOfAPictureIsNotAskedFor() {
    server.json(PAINT, "{\"data\":[{\"url\":\"%s\"}]}".formatted(server.url("/generated/1.png")));

    assertThat(paint().failure()).hasMessageContaining("renderers.mine.options.response_format");
    assertThat(server.asked("/generated/1.png")).isEmpty();
  }

  @Test
  void aWrongKeyIsToldWithoutTheKey() {
    server.status(
        PAINT,
        401,
        "application/json",
        "{\"error\":{\"message\":\"Incorrect API key provided: sk-very-secret.\"}}");

    assertThat(paint().failure())
        .hasMessage(
            "The painter's server answered 401 Unauthorized: Incorrect API key provided: •••."
                + " Set renderers.mine.apiKey.");
  }

  @Test
  void aLineWithoutEndIsCut() {
    server.on(
        PAINT,
        request -> {
          var response = events(request, "data: ");
          endless(response, Buffer.buffer("A".repeat(1 << 20)));
        });

    assertThat(paint().failure())
        .hasMessage("The painter's server sent more than a picture can be.");
  }

  @Test
  void aStreamThatStallsAfterASketchIsGivenUp() {
    server.on(PAINT, request -> events(request, SKETCH));
    var idle = new Timeouts(Duration.ofMinutes(1), Duration.ofMillis(300), Duration.ofMinutes(1));

    assertThat(paint(idle).failure().reason()).isEqualTo(Reason.SILENT);
  }

  @Test
  void cancellingEndsTheRequest() {
    server.hold(PAINT);
    var rendered = paint();
    await().until(server::holds);
    var before = System.nanoTime();
    rendered.cancel();

    assertThat(rendered.failure().reason()).isEqualTo(Reason.CANCELLED);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
    await().untilAsserted(() -> assertThat(server.cut()).containsExactly(PAINT));
  }

  private static HttpServerResponse events(HttpServerRequest request, String text) {
    var response =
        request.response().setChunked(true).putHeader("content-type", "text/event-stream");
    response.write(text);
    return response;
  }

  private static void endless(HttpServerResponse response, Buffer piece) {
    response.write(piece).onSuccess(more -> endless(response, piece));
  }

  private Rendered paint() {
    return paint(PATIENT);
  }

  private Rendered paint(Timeouts timeouts) {
    return Rendered.by(
        vertx, Rendered.settings(server.url("/v1"), Protocol.OPENAI_IMAGES, timeouts));
  }
}
