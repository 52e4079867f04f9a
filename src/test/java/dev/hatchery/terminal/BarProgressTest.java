package dev.hatchery.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hatchery.terminal.BarProgress.Stage;
import dev.hatchery.terminal.BarProgress.Standing;
import dev.hatchery.terminal.Reading.Bar;
import dev.hatchery.terminal.Reading.Style;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BarProgressTest {

  private BarProgress progress = new BarProgress(BarRules.unnamed());

  @Test
  void halfTheStepsAreHalfTheWay() {
    assertThat(step(20, 40))
        .matches(now -> now.stage() == Stage.MOVING && now.fraction() == 0.5)
        .matches(now -> now.step() == 20 && now.steps() == 40);
  }

  @Test
  void aFullBarIsFull() {
    assertThat(step(1, 1)).matches(now -> now.stage() == Stage.FULL && now.fraction() == 1);
  }

  @Test
  void namedBarsArePreparation() {
    assertThat(named("Fetching 3 files", 3, 3))
        .matches(now -> now.stage() == Stage.PREPARING && now.fraction() == 0)
        .matches(now -> now.step() == 0 && now.steps() == 0);
  }

  @Test
  void namedBarsAfterTheFirstStepChangeNothing() {
    Standing moving = step(1, 4);
    assertThat(named("VAE decode", 1, 1)).isEqualTo(moving);
  }

  @Test
  void aConfiguredDescriptionIsTheWork() {
    progress = new BarProgress(new BarRules(Optional.of("denoise"), 0));
    assertThat(step(1, 2).stage()).isEqualTo(Stage.PREPARING);
    assertThat(named("denoise 2", 1, 4).fraction()).isEqualTo(0.25);
  }

  @Test
  void expectedPassesShareTheWay() {
    progress = new BarProgress(new BarRules(Optional.empty(), 2));
    step(0, 4);
    assertThat(step(4, 4).stage()).isEqualTo(Stage.MOVING);
    assertThat(step(0, 8).fraction()).isEqualTo(0.5);
    assertThat(step(4, 8).fraction()).isEqualTo(0.75);
    assertThat(step(8, 8)).matches(now -> now.stage() == Stage.FULL && now.fraction() == 1);
  }

  @Test
  void morePassesThanExpectedStayAtTheEnd() {
    progress = new BarProgress(new BarRules(Optional.empty(), 1));
    step(4, 4);
    assertThat(step(1, 4)).matches(now -> now.stage() == Stage.MOVING && now.fraction() == 1);
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
        .matches(now -> now.stage() == Stage.MOVING && now.fraction() == 2 / 3.0)
        .matches(now -> now.step() == 4 && now.steps() == 0);
  }

  @Test
  void theBarsTotalCountsNotTheOneAskedFor() {
    assertThat(step(1, 3).steps()).isEqualTo(3);
  }

  @Test
  void anUnnamedBarBelowTheUnnamedOneIsNotTheWork() {
    step(0, 2);
    assertThat(progress.read(bar("", 3, 3).hung(true)).fraction()).isZero();
    assertThat(step(1, 2).fraction()).isEqualTo(0.5);
  }

  @Test
  void whereAnyBarWillDoEachNamedOneTakesHalfOfWhatIsLeft() {
    progress = new BarProgress(BarRules.any());
    assertThat(named("Loading", 2, 4).fraction()).isEqualTo(0.25);
    assertThat(named("Loading", 4, 4))
        .matches(now -> now.stage() == Stage.MOVING && now.fraction() == 0.5);
    assertThat(named("Training", 5, 10).fraction()).isEqualTo(0.625);
    assertThat(named("Training", 10, 10).fraction()).isEqualTo(0.75);
  }

  @Test
  void whereAnyBarWillDoTheOneWithoutANameTakesAllThatIsLeft() {
    progress = new BarProgress(BarRules.any());
    named("Fetching 3 files", 3, 3);
    assertThat(step(1, 2).fraction()).isEqualTo(0.75);
    assertThat(step(2, 2)).matches(now -> now.stage() == Stage.FULL && now.fraction() == 1);
  }

  private Standing step(int count, int total) {
    return named("", count, total);
  }

  private Standing named(String name, int count, int total) {
    return progress.read(bar(name, count, total));
  }

  private Standing counted(int count) {
    OptionalDouble none = OptionalDouble.empty();
    return progress.read(
        new Bar("", none, OptionalDouble.of(count), none, "it", "", Style.TQDM, false));
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
