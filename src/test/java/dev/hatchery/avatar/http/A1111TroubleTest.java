package dev.hatchery.avatar.http;

import static dev.hatchery.avatar.http.Rendered.PATIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.avatar.RenderException.Reason;
import dev.hatchery.avatar.Timeouts;
import dev.hatchery.config.RendererEntry.Protocol;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that speaks like AUTOMATIC1111 and does what servers do. */
@Timeout(60)
class A1111TroubleTest extends A1111Fixture {

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
}
