package dev.hatchery.avatar.painter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BarTest {
  private static final String FULL = "█".repeat(40);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final AtomicLong nanos = new AtomicLong();

  @Test
  void aBarBeginsAtNothing() {
    new Bar(bytes, nanos::get, "", 40);
    assertThat(written()).isEqualTo("\r  0%|" + " ".repeat(40) + "| 0/40 [00:00<?, ?it/s]");
  }

  @Test
  void aStepIsShownAsTqdmShowsItWithWhatWasPainted() {
    Bar bar = new Bar(bytes, nanos::get, "", 40);
    bytes.reset();
    nanos.set(2_040_816_326L);
    bar.at(20, "scales");
    assertThat(written())
        .startsWith(
            "\r 50%|"
                + "█".repeat(20)
                + " ".repeat(20)
                + "| 20/40 [00:02<00:02,  9.80it/s, scales]");
  }

  @Test
  void aSlowStepIsShownInSecondsAStep() {
    Bar bar = new Bar(bytes, nanos::get, "", 4);
    bytes.reset();
    nanos.set(14_000_000_000L);
    bar.at(1, "");
    assertThat(written()).contains("| 1/4 [00:14<00:42, 14.00s/it]").doesNotContain("\n");
  }

  @Test
  void hoursAreShown() {
    Bar bar = new Bar(bytes, nanos::get, "", 2);
    nanos.set(3_661_000_000_000L);
    bar.at(1, "");
    assertThat(written()).contains("[1:01:01<1:01:01, 3661.00s/it]");
  }

  @Test
  void theLastStepEndsTheLine() {
    Bar bar = new Bar(bytes, nanos::get, "", 2);
    bar.at(1, "a longer name");
    bytes.reset();
    bar.at(2, "end");
    assertThat(written()).startsWith("\r100%|" + FULL + "| 2/2 [").endsWith("\n");
  }

  @Test
  void aShorterLineWipesTheLongerOneBeforeIt() {
    Bar bar = new Bar(bytes, nanos::get, "", 3);
    bytes.reset();
    bar.at(1, "a much longer name");
    int before = written().length();
    bytes.reset();
    bar.at(2, "short");
    assertThat(written()).hasSize(before);
  }

  @Test
  void aNamedBarSaysItsName() {
    new Bar(bytes, nanos::get, "Mixing colours", 6);
    assertThat(written()).startsWith("\rMixing colours:   0%|");
  }

  private String written() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
