package dev.hatchery.progress;

import static dev.hatchery.progress.Runs.enterAvatar;
import static dev.hatchery.progress.Runs.enterLlm;
import static dev.hatchery.progress.Runs.painted;
import static dev.hatchery.progress.Runs.wrote;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a run shows while nothing is measured. */
class SilenceTest {
  private static final Duration TYPICAL = Duration.ofSeconds(6);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Watched run = Watched.fresh();

  @Test
  void aSilentModelsHeartbeatsAreAboutZeroAtOnceTwelveAfterThreeSecondsEighteenAfterSix() {
    run.enter(enterLlm(1, TYPICAL)).pass(Duration.ofSeconds(6));

    assertThat(shownAt(0)).isZero();
    assertThat(shownAt(3000)).isEqualTo(12);
    assertThat(shownAt(6000)).isEqualTo(18);
    assertThat(run.seen.subList(1, run.seen.size())).allMatch(Seen::estimated);
    assertThat(run.last().measured()).isZero();
  }

  @Test
  void aModelSilentForHoursNeverGetsToTheEndOfItsPhase() {
    run.enter(enterLlm(1, TYPICAL)).pass(Duration.ofHours(5));

    assertThat(run.last().progress()).isGreaterThan(24).isLessThan(25);
  }

  @Test
  void onlyAFullBarShowsNinetyNine() {
    run.enter(enterAvatar(1, TYPICAL)).measure(painted(1, 0.98)).pass(Duration.ofHours(5));
    assertThat(run.last().progress()).isEqualTo(98.5);

    assertThat(run.measure(painted(1, 1)).last().progress()).isEqualTo(99);
  }

  @Test
  void anEstimateIsOnlySaidWhenItMovesHalfAPointAndAtMostTwiceASecond() {
    run.enter(enterLlm(1, TYPICAL)).pass(MINUTE);

    for (int i = 1; i < run.seen.size(); i++) {
      var before = run.seen.get(i - 1);
      assertThat(run.seen.get(i).progress()).isGreaterThanOrEqualTo(before.progress() + 0.5);
      assertThat(run.seen.get(i).at()).isAfterOrEqualTo(before.at().plusMillis(500));
    }
  }

  @Test
  void silenceIsExplained() {
    run.enter(enterLlm(1, TYPICAL)).passMillis(2000);

    assertThat(run.seen.getFirst().message()).isEqualTo("Asking.");
    assertThat(run.last().message()).isEqualTo("Our estimate.");
  }

  @Test
  void anEstimateTakesOverOnlyAfterSilenceAndStopsWhenMeasuringGoesOn() {
    run.enter(enterAvatar(1, MINUTE)).measure(painted(1, 0.2)).passMillis(2900);
    assertThat(run.last().progress()).isEqualTo(40);

    run.passMillis(3000);
    assertThat(run.last().progress()).isGreaterThan(40);
    assertThat(run.last().estimated()).isTrue();
    assertThat(run.last().measured()).isEqualTo(40);

    var estimated = run.last().progress();
    run.measure(painted(1, 0.21));
    assertThat(run.last().progress()).isEqualTo(estimated);
    assertThat(run.last().measured()).isEqualTo(40.7);
    assertThat(run.last().estimated()).isTrue();

    run.measure(painted(1, 0.6));
    assertThat(run.last().progress()).isEqualTo(70);
    assertThat(run.last().estimated()).isFalse();
  }

  @Test
  void aResumedRunNeverShowsLessThanItsEstimate() {
    run.enter(enterLlm(1, TYPICAL)).passMillis(6000).restart();
    run.pass(Duration.ofSeconds(2)).enter(enterLlm(2, TYPICAL));

    assertThat(run.last().progress()).isEqualTo(18);
    assertThat(run.last().estimated()).isTrue();
    run.measure(wrote(2, 0.4, 80));
    assertThat(run.last().progress()).isEqualTo(18);
    assertThat(run.last().measured()).isEqualTo(10);
  }

  private double shownAt(long millis) {
    return Objects.requireNonNull(run.at(millis)).progress();
  }
}
