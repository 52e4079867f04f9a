package dev.hatchery.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Eta;
import dev.hatchery.protocol.Learning;
import dev.hatchery.protocol.Standing;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ForecastsTest {
  private static final Instant START = Instant.parse("2026-11-21T06:00:00Z");
  private static final Eta ETA = new Eta(Duration.ofSeconds(40), Duration.ofSeconds(60));
  private static final Eta LATER = new Eta(Duration.ofSeconds(20), Duration.ofSeconds(30));

  private final Forecasts forecasts = new Forecasts();

  @Test
  void theFirstOfEachPlaceIsKeptWithWhatCame() {
    said(2, "llm", ETA, 1);
    said(9, "llm", LATER, 3);
    said(30, "avatar", LATER, 20);
    said(70, "avatar", LATER, 30);

    assertThat(forecasts.atTheEnd(START.plusSeconds(50)))
        .containsExactly(
            new Learning.Forecast(0, START.plusSeconds(1), ETA, Duration.ofSeconds(49)),
            new Learning.Forecast(25, START.plusSeconds(20), LATER, Duration.ofSeconds(30)),
            new Learning.Forecast(62.5, START.plusSeconds(30), LATER, Duration.ofSeconds(20)));
  }

  @Test
  void whatIsSaidWhileWaitingOrNotAtAllIsNoForecast() {
    said(0, null, ETA, 1);
    said(10, "llm", null, 2);

    assertThat(forecasts.any()).isFalse();
  }

  private void said(double progress, @Nullable String phase, @Nullable Eta eta, long second) {
    forecasts.hear(
        new Standing(progress, progress, phase, "Words.", eta), START.plusSeconds(second));
  }
}
