package dev.hatchery.avatar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hatchery.avatar.Reading.Bar;
import dev.hatchery.avatar.Reading.Style;
import dev.hatchery.avatar.RenderReport.State;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RenderProgressTest {

  private RenderProgress progress = new RenderProgress(BarRules.unnamed());

  @Test
  void halfTheStepsAreHalfTheWay() {
    assertThat(step(20, 40))
        .isEqualTo(new RenderReport(State.STEPPING, 0.5, 20, 40, "Painting, step 20 of 40."));
  }

  @Test
  void aFullBarIsFinishing() {
    assertThat(step(1, 1)).isEqualTo(new RenderReport(State.FINISHING, 1, 1, 1, "Finishing…"));
  }

  @Test
  void namedBarsAreMessagesOnly() {
    assertThat(named("Fetching 3 files", 3, 3))
        .isEqualTo(
            new RenderReport(
                State.PREPARING,
                0,
                0,
                0,
                "Fetching the painter's files; not part of the percentage."));
    assertThat(named("Loading checkpoint shards", 1, 2).message())
        .isEqualTo("Loading checkpoint shards; not part of the percentage.");
  }

  @Test
  void namedBarsAfterTheFirstStepChangeNothing() {
    RenderReport painting = step(1, 4);
    assertThat(named("VAE decode", 1, 1)).isEqualTo(painting);
  }

  @Test
  void aConfiguredDescriptionIsThePainting() {
    progress = new RenderProgress(new BarRules(Optional.of("denoise"), 0));
    assertThat(step(1, 2).state()).isEqualTo(State.PREPARING);
    assertThat(named("denoise 2", 1, 4).fraction()).isEqualTo(0.25);
  }

  @Test
  void expectedPassesShareTheWay() {
    progress = new RenderProgress(new BarRules(Optional.empty(), 2));
    step(0, 4);
    assertThat(step(4, 4).state()).isEqualTo(State.STEPPING);
    assertThat(step(0, 8).fraction()).isEqualTo(0.5);
    assertThat(step(4, 8).fraction()).isEqualTo(0.75);
    assertThat(step(8, 8)).matches(r -> r.state() == State.FINISHING && r.fraction() == 1);
  }

  @Test
  void morePassesThanExpectedStayAtTheEnd() {
    progress = new RenderProgress(new BarRules(Optional.empty(), 1));
    step(4, 4);
    assertThat(step(1, 4)).matches(r -> r.state() == State.STEPPING && r.fraction() == 1);
  }

  @Test
  void aBarThatResetsTakesHalfOfWhatIsLeft() {
    step(6, 10);
    assertThat(step(0, 10).fraction()).isEqualTo(0.6);
    assertThat(step(5, 10).fraction()).isEqualTo(0.7, within(1e-9));
    assertThat(step(10, 10).fraction()).isEqualTo(0.8, within(1e-9));
  }

  @Test
  void aTotalThatGrowsIsNoNewPassAndNeverFalls() {
    step(3, 4);
    assertThat(step(4, 8).fraction()).isEqualTo(0.75);
    assertThat(step(7, 8).fraction()).isEqualTo(0.875);
  }

  @Test
  void stepsBeyondTheTotalAreOnlyCounted() {
    step(2, 3);
    assertThat(counted(4))
        .isEqualTo(new RenderReport(State.STEPPING, 2 / 3.0, 4, 0, "Painting, step 4."));
  }

  @Test
  void theBarsTotalCountsNotTheOneAskedFor() {
    assertThat(step(1, 3).steps()).isEqualTo(3);
  }

  @Test
  void anUnnamedBarBelowTheUnnamedOneIsNotThePainting() {
    step(0, 2);
    progress.read(bar("", 3, 3).hung(true));
    assertThat(progress.report().fraction()).isZero();
    assertThat(step(1, 2).fraction()).isEqualTo(0.5);
  }

  @Test
  void theSameReadingTwiceIsReportedOnce() {
    assertThat(progress.read(bar("", 1, 2))).isPresent();
    assertThat(progress.read(bar("", 1, 2))).isEmpty();
  }

  private RenderReport step(int count, int total) {
    return named("", count, total);
  }

  private RenderReport named(String name, int count, int total) {
    progress.read(bar(name, count, total));
    return progress.report();
  }

  private RenderReport counted(int count) {
    OptionalDouble none = OptionalDouble.empty();
    progress.read(new Bar("", none, OptionalDouble.of(count), none, "it", "", Style.TQDM, false));
    return progress.report();
  }

  private static Bar bar(String name, int count, int total) {
    return new Bar(
        name,
        OptionalDouble.of(Math.floor(100.0 * count / total)),
        OptionalDouble.of(count),
        OptionalDouble.of(total),
        "it",
        "",
        Style.TQDM,
        false);
  }
}
