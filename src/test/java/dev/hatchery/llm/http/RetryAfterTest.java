package dev.hatchery.llm.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2015-10-21T07:28:00Z"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          retry-after-ms | 250.4                         | PT0.25S
          retry-after    | 1.5                           | PT1.5S
          retry-after    | 0                             | PT0S
          retry-after    | Wed, 21 Oct 2015 07:28:07 GMT | PT7S
          retry-after    | Wed, 21 Oct 2015 07:27:00 GMT | PT0S
          """)
  void aWaitIsReadInEachOfItsForms(String header, String value, Duration wait) {
    assertThat(RetryAfter.read(headers().set(header, value), CLOCK)).isEqualTo(wait);
  }

  @Test
  void millisecondsComeFirst() {
    var both = headers().set("retry-after", "30").set("Retry-After-Ms", "5");

    assertThat(RetryAfter.read(both, CLOCK)).isEqualTo(Duration.ofMillis(5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "NaN", "Infinity", "1e300", "21 Oct"})
  void nonsenseIsNoWait(String value) {
    assertThat(RetryAfter.read(headers().set("retry-after", value), CLOCK)).isNull();
  }

  private static MultiMap headers() {
    return MultiMap.caseInsensitiveMultiMap();
  }
}
