package dev.hatchery.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SurveyTest {
  @Test
  void onlyTheBestRatingRaisesConfidenceAndTheLowerHalfLowersIt() {
    assertThat(IntStream.rangeClosed(1, 10).mapToDouble(SurveyTest::adjustment))
        .containsExactly(-0.1, -0.1, -0.1, -0.1, -0.1, 0.0, 0.0, 0.0, 0.0, 0.05);
  }

  @Test
  void aRatingIsFromOneToTen() {
    assertThatThrownBy(() -> adjustment(0)).hasMessage("a rating is from 1 to 10");
    assertThatThrownBy(() -> adjustment(11)).hasMessage("a rating is from 1 to 10");
  }

  private static double adjustment(int rating) {
    return new Survey(rating, true, true).adjustment();
  }
}
