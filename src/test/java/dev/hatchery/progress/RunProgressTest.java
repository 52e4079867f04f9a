package dev.hatchery.progress;

import static dev.hatchery.progress.Runs.backstory;
import static dev.hatchery.progress.Runs.complete;
import static dev.hatchery.progress.Runs.enterAvatar;
import static dev.hatchery.progress.Runs.enterLlm;
import static dev.hatchery.progress.Runs.painted;
import static dev.hatchery.progress.Runs.reach;
import static dev.hatchery.progress.Runs.wrote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.protocol.Checkpoint;
import dev.hatchery.protocol.Eta;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Standing;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunProgressTest {
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
  void rendererZeroFiftyAndHundredAreTwentyFiveSixtyTwoAndAHalfAndNinetyNine() {
    run.enter(enterLlm(1, TYPICAL));
    run.reach(backstory(1));
    run.enter(enterAvatar(1, MINUTE));

    assertThat(run.last().data().get("progress")).hasToString("25");
    assertThat(run.measure(painted(1, 0.5)).last().data().get("progress")).hasToString("62.5");
    assertThat(run.measure(painted(1, 1)).last().data().get("progress")).hasToString("99");
    run.pass(MINUTE);
    assertThat(run.last().progress()).isEqualTo(99);
    run.reach(reach(1, new Happening.Saving(), 100.0));
    assertThat(run.last().data().get("progress")).hasToString("100");
  }

  @Test
  void theBackstoryIsCompleteAtExactlyTwentyFive() {
    run.enter(enterLlm(1, TYPICAL)).measure(wrote(1, 1, 200));
    assertThat(run.last().progress()).isEqualTo(24.9);

    run.reach(backstory(1));

    assertThat(run.last().data().get("progress")).hasToString("25");
    assertThat(run.last().data().get("measured")).hasToString("25");
  }

  @Test
  void aLateReportOfAnEarlierPhaseIsIgnored() {
    run.enter(enterLlm(1, TYPICAL));
    run.reach(backstory(1));
    run.measure(wrote(1, 0.9, 180)).passMillis(3000);
    assertThat(run.last().type()).isEqualTo("backstory_complete");

    run.enter(enterAvatar(1, MINUTE));
    run.measure(wrote(1, 1, 200)).enter(enterLlm(1, TYPICAL));

    assertThat(run.types()).endsWith("backstory_complete", "avatar_progress");
  }

  @Test
  void aBarThatGoesBackLeavesThePercentageWhereItWas() {
    run.enter(enterAvatar(1, MINUTE)).measure(painted(1, 0.5)).measure(painted(1, 0.1));

    assertThat(run.last().progress()).isEqualTo(62.5);
    assertThat(run.last().measured()).isEqualTo(62.5);
    assertThat(run.last().data().get("renderer_percent").asDouble()).isEqualTo(10);
  }

  @Test
  void aFractionThatIsNoneIsRefused() {
    run.enter(enterLlm(1, TYPICAL));

    for (double wrong : new double[] {Double.NaN, -0.1, 1.1, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> run.measure(wrote(1, wrong, 1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("0 to 1");
    }
    assertThat(run.seen).hasSize(1);
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
  void aReportThatSaysNothingNewIsNoEvent() {
    run.enter(enterAvatar(1, MINUTE)).measure(painted(1, 0.2)).measure(painted(1, 0.2));

    assertThat(run.seen).hasSize(2);
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

  @Test
  void theNumbersWithinARunGoOnAfterARestart() {
    run.enter(enterLlm(1, TYPICAL)).passMillis(3000).restart();
    run.enter(enterLlm(2, TYPICAL)).passMillis(3000);

    assertThat(run.seen.stream().map(one -> one.data().get("seq").asLong()))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, run.seen.size()).mapToObj(Long::valueOf).toList());
  }

  @Test
  void afterAnEndingNothingComes() {
    run.enter(enterLlm(1, TYPICAL));
    assertThat(run.reach(reach(1, new Happening.Cancelled(), null))).isEmpty();

    assertThat(run.reach(reach(1, complete(), 100.0))).get().isInstanceOf(Problem.Conflict.class);
    run.progress.waiting(0, null);
    run.measure(wrote(1, 0.5, 100)).enter(enterAvatar(1, MINUTE)).pass(MINUTE);

    assertThat(run.last().type()).isEqualTo("cancelled");
    assertThat(run.progress.wakeAt()).isNull();
  }

  @Test
  void theLastTickGoesOutBeforeTheEndingThoughTheSecondIsFull() {
    run.enter(enterAvatar(1, MINUTE));
    IntStream.rangeClosed(1, 30).forEach(i -> run.measure(painted(1, i / 100.0)));
    run.reach(reach(1, new Happening.Failed("disk_full", true), null));
    assertThat(run.seen).hasSize(10);

    run.passMillis(1001);

    assertThat(run.types()).hasSize(12).endsWith("avatar_progress", "error");
    assertThat(run.seen.get(10).progress()).isEqualTo(47.5);
    assertThat(run.last().progress()).isEqualTo(47.5);
  }

  @Test
  void theHundredAndFirstWaitingMilestoneIsToldToSlowDownButAnEndingIsNot() {
    IntStream.range(0, 110)
        .forEach(i -> assertThat(run.reach(reach(1, new Happening.Saving(), null))).isEmpty());

    assertThat(run.reach(reach(1, new Happening.Saving(), null)))
        .get()
        .isInstanceOfSatisfying(
            Problem.Busy.class,
            busy -> {
              assertThat(busy.code()).isEqualTo("slow_down");
              assertThat(busy.retryAfter()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(2));
            });
    assertThat(run.reach(reach(1, complete(), null))).isEmpty();
    run.pass(MINUTE);
    assertThat(run.seen).hasSize(111);
    assertThat(run.last().type()).isEqualTo("complete");
  }

  @Test
  void aPercentageOutsideOfZeroToHundredIsRefused() {
    for (double wrong : new double[] {Double.NaN, -1, 100.1}) {
      assertThat(run.reach(reach(1, new Happening.Saving(), wrong)))
          .get()
          .isInstanceOf(Problem.Invalid.class);
    }
    assertThat(run.seen).isEmpty();
  }

  @Test
  void thePlaceInLineOnlyFallsAndIsToldOnceASecond() {
    run.progress.waiting(5, null);
    run.drain();
    run.progress.waiting(6, null);
    run.progress.waiting(4, null);
    run.progress.waiting(3, new Eta(Duration.ofMillis(39_100), MINUTE));
    run.drain();
    assertThat(run.seen).hasSize(1);
    run.passMillis(1000);

    assertThat(run.of("queued").stream().map(one -> one.data().get("ahead").asInt()))
        .containsExactly(5, 3);
    assertThat(run.seen.getFirst().data().get("eta_seconds").isNull()).isTrue();
    assertThat(run.last().data().get("eta_seconds")).hasToString("{\"p50\":40,\"p90\":60}");
    assertThat(run.last().progress()).isZero();
  }

  @Test
  void thePlaceInLineIsNotToldAfterTheFirstPhaseBegan() {
    run.progress.waiting(1, null);
    run.drain();
    run.progress.waiting(0, null);
    run.enter(enterLlm(1, TYPICAL));
    run.progress.waiting(0, null);
    run.passMillis(3000);

    assertThat(run.of("queued")).hasSize(1);
  }

  @Test
  void theRemainingTimeIsSaidOnceTwoStepsAreDone() {
    run.enter(enterAvatar(1, MINUTE)).measure(painted(1, 0.1));
    run.passMillis(2000).measure(painted(1, 0.2));

    assertThat(run.of("avatar_progress").get(1).data().get("eta_seconds").isNull()).isTrue();
    assertThat(run.last().data().get("eta_seconds")).hasToString("{\"p50\":16,\"p90\":16}");
    assertThat(run.standing.eta()).isEqualTo(new Eta(secs(16), secs(16)));
  }

  @Test
  void aMilestoneTravelsWithWhatItMakesTrue() {
    run.enter(enterLlm(1, TYPICAL));
    assertThat(run.batches.getLast().change().status()).isEqualTo(RunStatus.RUNNING);
    run.reach(backstory(1));
    var backstory = run.batches.getLast();
    assertThat(backstory.change().status()).isNull();
    assertThat(backstory.change().checkpoint())
        .isEqualTo(new Checkpoint.Hatching(Runs.CINDER, false));
    assertThat(backstory.milestones()).isOne();

    var complete = complete();
    run.reach(reach(1, complete, null));
    var end = run.batches.getLast();
    assertThat(end.change().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(end.change().agent()).isEqualTo(complete.agent());
    assertThat(end.change().standing().progress()).isEqualTo(100);
    assertThat(end.ending()).isTrue();
  }

  @Test
  void aFailureIsRecordedWithItsCode() {
    run.reach(reach(1, new Happening.Failed("disk_full", true), null));

    var change = run.batches.getLast().change();
    assertThat(change.status()).isEqualTo(RunStatus.FAILED);
    assertThat(change.failure()).isEqualTo("disk_full");
  }

  @Test
  void aRunClaimedAnewOnItsNodeKeepsItsRate() {
    run.enter(enterAvatar(1, MINUTE));
    IntStream.rangeClosed(1, 9).forEach(i -> run.measure(painted(1, i / 100.0)));
    run.passMillis(500).reclaim().enter(enterAvatar(2, MINUTE));
    assertThat(run.seen).hasSize(10);

    run.passMillis(501);

    assertThat(run.seen).hasSize(11);
  }

  @Test
  void aStandingOfAnotherProgramMayHaveManyDecimals() {
    var odd = new Watched(Runs.standing(new Standing(33.337, 12.219, "avatar", "", null), 3, 1));
    odd.enter(enterAvatar(1, MINUTE));

    assertThat(odd.last().progress()).isEqualTo(33.3);
    assertThat(odd.last().measured()).isEqualTo(25);
  }

  private double shownAt(long millis) {
    return Objects.requireNonNull(run.at(millis)).progress();
  }

  private static Duration secs(long seconds) {
    return Duration.ofSeconds(seconds);
  }
}
