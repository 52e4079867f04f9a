package dev.hatchery.hatching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Eta;
import dev.hatchery.protocol.Generation;
import dev.hatchery.protocol.Learning;
import dev.hatchery.protocol.Learning.History;
import dev.hatchery.protocol.Leasing.Held;
import dev.hatchery.protocol.ModelName;
import dev.hatchery.protocol.Persona;
import dev.hatchery.protocol.Phase;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExperienceTest {
  private static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");
  private static final Phase LLM = new Phase("llm", 0, 25);

  private static final Persona MOTH =
      new Persona("Moth", "It came in by the window.", List.of("quiet"), "a moth by a lamp");

  private final Vertx vertx = Vertx.vertx();
  private final Bus bus = Bus.open(vertx);
  private final Experience experience =
      new Experience(bus, () -> NOW, new Providers(ModelName.of("ollama:llama3.2:3b"), "mflux"));

  @AfterEach
  void stop() {
    await(vertx.close());
  }

  @Test
  void withoutHistoryTheUsualCurveHoldsAndNoRemainingTimeIsSaid() {
    known(new History(2, Duration.ofSeconds(90), Duration.ofSeconds(95)));

    assertThat(experience.typicalWriting()).isEqualTo(Duration.ofSeconds(6));
    assertThat(experience.typicalPainting()).isEqualTo(Duration.ofSeconds(30));
    assertThat(experience.whole()).isNull();
  }

  @Test
  void threeTimesMakeATypicalDurationButNoRange() {
    known(new History(3, Duration.ofSeconds(90), Duration.ofSeconds(95)));

    assertThat(experience.typicalWriting()).isEqualTo(Duration.ofSeconds(90));
    assertThat(experience.typicalPainting()).isEqualTo(Duration.ofSeconds(90));
    assertThat(experience.painting()).isNull();
  }

  @Test
  void fiveTimesMakeARange() {
    known(new History(5, Duration.ofSeconds(90), Duration.ofSeconds(95)));

    assertThat(experience.whole())
        .isEqualTo(new Eta(Duration.ofSeconds(90), Duration.ofSeconds(95)));
  }

  @Test
  void aStorageThatDoesNotAnswerCostsNoRun() {
    await(experience.recall());

    assertThat(experience.typicalWriting()).isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void theModelIsToldFromItsProviderWithTheLengthOfItsAnswer() {
    var kept = new CompletableFuture<Learning.Timed>();
    await(
        bus.answer(
            Addresses.KEEP_TIME,
            timed -> {
              kept.complete(timed);
              return new Storage.Saved();
            }));
    var run = RunId.random();

    experience.wrote(
        new Held(run, 1),
        LLM,
        NOW.minusSeconds(4),
        new Generation.Written(MOTH, "ollama:llama3.2:3b", 812));

    assertThat(kept.orTimeout(10, TimeUnit.SECONDS).join())
        .isEqualTo(
            new Learning.Timed(
                run, 1, "llm", "ollama", "llama3.2:3b", NOW.minusSeconds(4), NOW, 812, null));
  }

  private void known(History history) {
    await(bus.answer(Addresses.RECALL, asked -> new Learning.Recalled(history, history, history)));
    await(experience.recall());
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
