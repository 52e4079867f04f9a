package dev.hatchery.avatar.http;

import static dev.hatchery.avatar.http.Rendered.PATIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.avatar.RenderException.Reason;
import dev.hatchery.avatar.RenderReport;
import dev.hatchery.avatar.RenderReport.State;
import dev.hatchery.config.RendererEntry.Protocol;
import dev.hatchery.config.Secret;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pictures of a server that speaks like AUTOMATIC1111, with its habits. */
@Timeout(60)
class A1111Test extends A1111Fixture {

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
  void aNameAndAPasswordAreSentAsSuch() {
    var settings =
        new HttpSettings(
            "mine",
            server.url("/"),
            Protocol.A1111,
            new Secret("me:pass"),
            Map.of("cfg_scale", 6),
            PATIENT,
            20,
            64,
            48);
    var rendered = Rendered.by(vertx, settings);
    await().until(server::holds);
    server.release(PICTURE);
    rendered.size();

    var asked = server.asked(PAINT).getFirst();
    assertThat(asked.authorization()).isEqualTo("Basic bWU6cGFzcw==");
    assertThat(asked.body()).contains("\"cfg_scale\":6");
  }
}
