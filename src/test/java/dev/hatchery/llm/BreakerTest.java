package dev.hatchery.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BreakerTest {
  private Instant now = Instant.EPOCH;
  private final Breaker breaker = new Breaker(() -> now);

  @Test
  void fewFailuresAreNoJudgement() {
    ended(true, true, true);

    assertThat(breaker.allows()).isTrue();
  }

  @Test
  void halfOfTheLastTenIsEnough() {
    ended(false, false, false, false, false, true, true, true, true);
    assertThat(breaker.allows()).isTrue();

    ended(true);
    assertThat(breaker.allows()).isFalse();
  }

  @Test
  void afterTheRestOneIsTriedAndDecides() {
    ended(true, true, true, true);
    now = now.plus(Breaker.REST);
    assertThat(breaker.allows()).isTrue();
    assertThat(breaker.allows()).isFalse();

    ended(true);
    assertThat(breaker.allows()).isFalse();

    now = now.plus(Breaker.REST);
    assertThat(breaker.allows()).isTrue();
    ended(false);
    assertThat(breaker.allows()).isTrue();
    assertThat(breaker.allows()).isTrue();
  }

  @Test
  void aCancelledTryDecidesNothing() {
    ended(true, true, true, true);
    now = now.plus(Breaker.REST);
    assertThat(breaker.allows()).isTrue();

    breaker.forgotten();

    assertThat(breaker.allows()).isTrue();
  }

  private void ended(boolean... ill) {
    for (var each : ill) {
      breaker.ended(each);
    }
  }
}
