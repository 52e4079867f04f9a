package dev.hatchery.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final ModelException down = ModelException.passing(Trouble.DOWN, "Down.");

  @Test
  void eachPauseIsTwiceTheLastUpToEightSeconds() {
    assertThat(pauses(0)).containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 8_000L);
  }

  @Test
  void upToAQuarterIsTakenOff() {
    assertThat(pauses(1)).containsExactly(375L, 750L, 1_500L, 3_000L, 6_000L, 6_000L);
  }

  @Test
  void theProvidersOwnWordCounts() {
    var said = ModelException.passing(Trouble.OVERLOADED, "Later.", Duration.ofSeconds(42));

    assertThat(new Backoff(Duration.ofMillis(500), () -> 1).after(1, said))
        .isEqualTo(Duration.ofSeconds(42));
  }

  private List<Long> pauses(double random) {
    var backoff = new Backoff(Duration.ofMillis(500), () -> random);
    return IntStream.rangeClosed(1, 6)
        .mapToObj(failures -> backoff.after(failures, down).toMillis())
        .toList();
  }
}
