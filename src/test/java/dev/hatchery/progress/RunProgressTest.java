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
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Standing;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunProgressTest {
  private static final Duration TYPICAL = Duration.ofSeconds(6);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Watched run = Watched.fresh();

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
  void aReportThatSaysNothingNewIsNoEvent() {
    run.enter(enterAvatar(1, MINUTE)).measure(painted(1, 0.2)).measure(painted(1, 0.2));

    assertThat(run.seen).hasSize(2);
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
    assertThat(backstory.drafts()).filteredOn(Journal.Draft::milestone).hasSize(1);

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

  private static Duration secs(long seconds) {
    return Duration.ofSeconds(seconds);
  }
}
