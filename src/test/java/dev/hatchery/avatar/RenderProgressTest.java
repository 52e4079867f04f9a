package dev.hatchery.avatar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.avatar.RenderReport.State;
import dev.hatchery.terminal.BarReader;
import dev.hatchery.terminal.BarRules;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What people are told while a painter's terminal shows this or that. */
class RenderProgressTest {

  private static final String STATS = " [00:01<00:01,  1.00it/s]";

  private final RenderProgress progress = new RenderProgress(BarRules.unnamed());

  @Test
  void stepsAreNamedAndCounted() {
    assertThat(after(" 50%|██  | 20/40"))
        .isEqualTo(new RenderReport(State.STEPPING, 0.5, 20, 40, "Painting, step 20 of 40."));
  }

  @Test
  void aFullBarIsFinishing() {
    assertThat(after("100%|████| 1/1"))
        .isEqualTo(new RenderReport(State.FINISHING, 1, 1, 1, "Finishing…"));
  }

  @Test
  void namedBarsAreMessagesOnly() {
    assertThat(after("Fetching 3 files: 100%|████| 3/3"))
        .isEqualTo(
            new RenderReport(
                State.PREPARING,
                0,
                0,
                0,
                "Fetching the painter's files; not part of the percentage."));
    assertThat(after("Loading checkpoint shards:  50%|██  | 1/2").message())
        .isEqualTo("Loading checkpoint shards; not part of the percentage.");
  }

  @Test
  void stepsBeyondTheTotalAreOnlyCounted() {
    after(" 67%|███ | 2/3");
    assertThat(after("4it"))
        .isEqualTo(new RenderReport(State.STEPPING, 2 / 3.0, 4, 0, "Painting, step 4."));
  }

  @Test
  void theSameBarTwiceIsReportedOnce() {
    byte[] bar = ("\r 50%|██  | 1/2" + STATS).getBytes(StandardCharsets.UTF_8);
    assertThat(new BarReader().read(bar, bar.length)).allMatch(r -> progress.read(r).isPresent());
    assertThat(new BarReader().read(bar, bar.length)).allMatch(r -> progress.read(r).isEmpty());
  }

  private RenderReport after(String shown) {
    String stats = shown.endsWith("it") ? " [00:01,  1.00it/s]" : STATS;
    byte[] bytes = ("\r" + shown + stats).getBytes(StandardCharsets.UTF_8);
    new BarReader().read(bytes, bytes.length).forEach(progress::read);
    return progress.report();
  }
}
