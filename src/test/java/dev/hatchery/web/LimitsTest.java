package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsTest {
  @Test
  void aBeatComesWellBeforeTheSilenceThatIsAllowed() {
    assertThat(Limits.USUAL.neverSilentFor(Duration.ofSeconds(5)).beat())
        .isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void theOtherLimitsStay() {
    assertThat(Limits.USUAL.neverSilentFor(Limits.USUAL.beat().multipliedBy(5).dividedBy(4)))
        .isEqualTo(Limits.USUAL);
  }
}
