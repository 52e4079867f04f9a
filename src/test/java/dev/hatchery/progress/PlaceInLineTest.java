package dev.hatchery.progress;

import static dev.hatchery.progress.Runs.enterLlm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Eta;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlaceInLineTest {
  private static final Duration TYPICAL = Duration.ofSeconds(6);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Watched run = Watched.fresh();

  @Test
  void thePlaceInLineOnlyFallsAndIsToldOnceASecond() {
    run.progress.waiting(5, null);
    run.drain();
    run.progress.waiting(6, null);
    run.progress.waiting(4, null);
    run.progress.waiting(3, new Eta(Duration.ofMillis(39_100), MINUTE));
    run.drain();
    assertThat(run.seen).hasSize(1);
    run.passMillis(1000);

    assertThat(run.of("queued").stream().map(one -> one.data().get("ahead").asInt()))
        .containsExactly(5, 3);
    assertThat(run.seen.getFirst().data().get("eta_seconds").isNull()).isTrue();
    assertThat(run.last().data().get("eta_seconds")).hasToString("{\"p50\":40,\"p90\":60}");
    assertThat(run.last().progress()).isZero();
  }

  @Test
  void thePlaceInLineIsNotToldAfterTheFirstPhaseBegan() {
    run.progress.waiting(1, null);
    run.drain();
    run.progress.waiting(0, null);
    run.enter(enterLlm(1, TYPICAL));
    run.progress.waiting(0, null);
    run.passMillis(3000);

    assertThat(run.of("queued")).hasSize(1);
  }
}
