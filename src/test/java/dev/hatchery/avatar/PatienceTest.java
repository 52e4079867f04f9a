package dev.hatchery.avatar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.avatar.RenderException.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {

  private final Patience patience =
      new Patience(
          new Timeouts(Duration.ofMinutes(10), Duration.ofSeconds(60), Duration.ofMinutes(30)), 0);

  @Test
  void beforeTheFirstBarTenMinutesOfSilenceAreBorne() {
    assertThat(patience.spent(minutes(10))).isEmpty();
    assertThat(patience.spent(minutes(10) + 1))
        .hasValueSatisfying(
            stop -> {
              assertThat(stop.reason()).isEqualTo(Reason.TOO_LONG);
              assertThat(stop)
                  .hasMessage("The painter did not begin within 10 min and was stopped.");
            });
  }

  @Test
  void wordsWithoutABarDoNotProlongTheBeginning() {
    patience.bytes(minutes(9));
    assertThat(patience.spent(minutes(11))).isPresent();
  }

  @Test
  void afterTheFirstBarAnyByteCounts() {
    patience.bar();
    patience.bytes(minutes(11));
    assertThat(patience.spent(minutes(12))).isEmpty();
    assertThat(patience.spent(minutes(12) + 1))
        .hasValueSatisfying(
            stop -> {
              assertThat(stop.reason()).isEqualTo(Reason.SILENT);
              assertThat(stop).hasMessage("The painter went silent for 60 s and was stopped.");
            });
  }

  @Test
  void halfAnHourIsTheMost() {
    patience.bar();
    patience.bytes(minutes(30));
    assertThat(patience.spent(minutes(30) + 1))
        .hasValueSatisfying(
            stop ->
                assertThat(stop).hasMessage("The painter took more than 30 min and was stopped."));
  }

  private static long minutes(int minutes) {
    return Duration.ofMinutes(minutes).toNanos();
  }
}
