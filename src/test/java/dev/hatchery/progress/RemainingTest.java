package dev.hatchery.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Eta;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RemainingTest {
  private final Remaining remaining = new Remaining();

  @Test
  void theFirstStepTellsNothing() {
    step(0.1, 30);

    assertThat(remaining.at(at(31))).isNull();
  }

  @Test
  void itCountsDownButNotPastTheNextStep() {
    step(0.1, 30);
    step(0.2, 32);

    assertThat(remaining.at(at(32))).isEqualTo(eta(16, 16));
    assertThat(remaining.at(at(33))).isEqualTo(eta(15, 15));
    assertThat(remaining.at(at(60))).isEqualTo(eta(14, 14));
  }

  @Test
  void slowStepsWidenTheRange() {
    step(0.1, 0);
    step(0.2, 1);
    step(0.3, 2);
    step(0.4, 3);
    step(0.5, 7);

    assertThat(remaining.at(at(7))).isEqualTo(eta(5, 20));
  }

  @Test
  void anotherBarStartsOver() {
    step(0.1, 0);
    step(0.2, 1);
    step(0.05, 2);
    assertThat(remaining.at(at(2))).isNull();

    step(0.1, 30);
    step(0.2, 33);

    assertThat(remaining.at(at(33))).isEqualTo(eta(24, 24));
  }

  @Test
  void afterAFullBarNobodyCanSay() {
    step(0.5, 0);
    step(1, 5);

    assertThat(remaining.at(at(5))).isNull();
  }

  private void step(double fraction, long second) {
    remaining.hear(fraction, at(second));
  }

  private static Instant at(long second) {
    return Runs.DAWN.plusSeconds(second);
  }

  private static Eta eta(long p50, long p90) {
    return new Eta(Duration.ofSeconds(p50), Duration.ofSeconds(p90));
  }
}
