package dev.hatchery.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Eta;
import dev.hatchery.protocol.Learning;
import dev.hatchery.protocol.Numbers;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.RunStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What known runs must be counted as. */
final class NumbersTest extends EndedRuns {
  @Test
  void withoutRunsEverythingIsNothingAndNoMedianIsInvented() {
    var numbers = count(ADA, 30);

    assertThat(numbers.runs()).isEqualTo(new Numbers.Runs(0, 0, 0, 0, null, 0, 0));
    assertThat(numbers.phases()).isEmpty();
    assertThat(numbers.standIns()).isEmpty();
    assertThat(numbers.waiting())
        .extracting(Numbers.Waiting::part)
        .containsExactly("morning", "afternoon", "night");
    assertThat(numbers.waiting()).allMatch(part -> part.n() == 0 && part.p95Seconds() == null);
    assertThat(numbers.etas())
        .containsExactly(
            new Numbers.Foresight(0, 0, null, null, null, List.of()),
            new Numbers.Foresight(25, 0, null, null, null, List.of()),
            new Numbers.Foresight(62.5, 0, null, null, null, List.of()));
  }

  @Test
  void runsAreCountedByTheirEnding() {
    for (var seconds : List.of(10, 30, 20)) {
      run(ADA, RunStatus.SUCCEEDED, Duration.ofSeconds(seconds));
    }
    run(ADA, RunStatus.CANCELLED, Duration.ofSeconds(99));
    run(ADA, RunStatus.FAILED, Duration.ofSeconds(99));
    create(ADA, "still waiting");

    assertThat(count(ADA, 30).runs()).isEqualTo(new Numbers.Runs(5, 3, 1, 1, 20.0, 0, 0));
  }

  @Test
  void aPhaseHasItsMedianAndItsSlowestTwentieth() {
    for (int i = 1; i <= 100; i++) {
      time(run(ADA, RunStatus.SUCCEEDED, Duration.ofSeconds(i)), "llm", i * 100L, null);
    }
    var phase = count(ADA, 30).phases().getFirst();

    assertThat(phase.phase()).isEqualTo("llm");
    assertThat(phase.provider()).isEqualTo("ollama");
    assertThat(phase.n()).isEqualTo(100);
    assertThat(phase.medianSeconds()).isEqualTo(5.0);
    assertThat(phase.p95Seconds()).isEqualTo(9.5);
    assertThat(phase.seconds()).hasSize(100).contains(0.1, 10.0);
  }

  @Test
  void noMoreThanTheNewestTwoHundredDurationsTravel() {
    var run = run(ADA, RunStatus.SUCCEEDED, Duration.ofSeconds(1));
    for (int i = 0; i < 205; i++) {
      now = NOW.plusSeconds(i);
      time(run, "phase", i, null);
      time(run(ADA, RunStatus.SUCCEEDED, Duration.ZERO), "llm", i, null);
    }
    var llm =
        count(ADA, 30).phases().stream().filter(phase -> phase.phase().equals("llm")).toList();

    assertThat(llm.getFirst().n()).isEqualTo(205);
    assertThat(llm.getFirst().seconds()).hasSize(200).startsWith(0.204).doesNotContain(0.004);
  }

  @Test
  void aStandInIsCountedByItsReasonAndItsWeekAndIsNoDuration() {
    run(ADA, RunStatus.SUCCEEDED, Duration.ofSeconds(5));
    time(run(ADA, RunStatus.SUCCEEDED, Duration.ofSeconds(5)), "avatar", 60_000, "renderer_silent");
    now = NOW.minus(Duration.ofDays(40));
    time(run(ADA, RunStatus.SUCCEEDED, Duration.ofSeconds(5)), "avatar", 60_000, "renderer_silent");
    now = NOW;
    time(run(ADA, RunStatus.FAILED, Duration.ofSeconds(5)), "llm", 1, "model_down");
    var numbers = count(ADA, 30);
    var silent = numbers.standIns().getFirst();

    assertThat(numbers.standIns()).hasSize(1);
    assertThat(numbers.phases()).isEmpty();
    assertThat(numbers.runs().fallbackAvatars()).isEqualTo(1);
    assertThat(numbers.runs().fallbackPersonas()).isZero();
    assertThat(silent.code()).isEqualTo("renderer_silent");
    assertThat(silent.n()).isEqualTo(1);
    assertThat(silent.of()).isEqualTo(2);
    assertThat(silent.weeks()).hasSize(12).startsWith(new Numbers.Week("2026-08-31", 0, 0));
    assertThat(silent.weeks().getLast()).isEqualTo(new Numbers.Week("2026-11-16", 1, 2));
    assertThat(silent.weeks().get(6)).isEqualTo(new Numbers.Week("2026-10-12", 1, 1));
  }

  @Test
  void waitingIsFromTheOrderToTheStart() {
    now = NOW.plusSeconds(7);
    var claimed = claimed(create(ADA, "moth"));
    var parts = count(ADA, 30).waiting().stream().filter(part -> part.n() > 0).toList();

    assertThat(claimed.startedAt()).isNotNull();
    assertThat(parts).hasSize(1);
    assertThat(parts.getFirst().medianSeconds()).isEqualTo(7.0);
  }

  @Test
  void remainingTimesAreJudgedByWhatCame() {
    foretell(10, 20, 13); // 3 s later than said, within the range
    foretell(10, 20, 9); // 1 s sooner
    foretell(10, 20, 31); // 21 s later, after the end of the range
    foretell(10, 20, 20); // at its very end
    var start = count(ADA, 30).etas().getFirst();

    assertThat(start.saidAt()).isZero();
    assertThat(start.n()).isEqualTo(4);
    assertThat(start.halfWithinSeconds()).isEqualTo(3.0);
    assertThat(start.inside()).isEqualTo(0.5);
    assertThat(start.later()).isEqualTo(0.25);
    assertThat(start.errors())
        .containsExactly(
            new Numbers.Bucket(-2, 0, 1),
            new Numbers.Bucket(2, 4, 1),
            new Numbers.Bucket(10, 12, 1),
            new Numbers.Bucket(20, 22, 1));
  }

  @Test
  void aRangeIsTakenInTheWholeSecondsInWhichItIsTold() {
    // Told as "2–3 s": what ends in the third second is inside of it, and in the second one, too.
    for (var millis : List.of(1001, 2999, 3000)) {
      foretell(Duration.ofMillis(1400), Duration.ofMillis(2100), Duration.ofMillis(millis));
    }
    foretell(Duration.ofMillis(1400), Duration.ofMillis(2100), Duration.ofMillis(1000));
    foretell(Duration.ofMillis(1400), Duration.ofMillis(2100), Duration.ofMillis(3001));
    var start = count(ADA, 30).etas().getFirst();

    assertThat(start.inside()).isEqualTo(0.6);
    assertThat(start.later()).isEqualTo(0.2);
  }

  @Test
  void nobodyIsToldTheNumbersOfAnother() {
    var run = run(ADA, RunStatus.SUCCEEDED, Duration.ofSeconds(5));
    time(run, "llm", 5000, null);
    time(run, "avatar", 5000, "renderer_crashed");
    foretell(10, 20, 13);

    assertThat(count(BOB, 365)).usingRecursiveComparison().isEqualTo(count(new Owner("eve"), 365));
    assertThat(count(BOB, 365).runs().n()).isZero();
    assertThat(count(ADA, 365).runs().n()).isEqualTo(2);
  }

  @Test
  void whatIsOlderThanTheDaysAskedForIsLeftOut() {
    now = NOW.minus(Duration.ofDays(3));
    time(run(ADA, RunStatus.SUCCEEDED, Duration.ofSeconds(5)), "llm", 5000, null);
    now = NOW;

    assertThat(count(ADA, 2).runs().n()).isZero();
    assertThat(count(ADA, 2).phases()).isEmpty();
    assertThat(count(ADA, 4).runs().n()).isEqualTo(1);
    assertThat(count(ADA, 4).phases()).hasSize(1);
  }

  @Test
  void aPhaseThatIsDoneAgainAfterARestartCountsOnce() {
    var run = run(ADA, RunStatus.SUCCEEDED, Duration.ofSeconds(5));
    time(run, "avatar", 5000, null);
    time(run, "avatar", 8000, null);

    assertThat(count(ADA, 30).phases().getFirst().seconds()).containsExactly(8.0);
  }

  private Numbers count(Owner owner, int days) {
    return ask(Addresses.COUNT, new Learning.Count(owner, days)).numbers();
  }

  private void foretell(int p50, int p90, int actual) {
    foretell(Duration.ofSeconds(p50), Duration.ofSeconds(p90), Duration.ofSeconds(actual));
  }

  private void foretell(Duration p50, Duration p90, Duration actual) {
    var run = run(ADA, RunStatus.SUCCEEDED, actual);
    var forecast = new Learning.Forecast(0, now, new Eta(p50, p90), actual);
    ask(Addresses.KEEP_FORECASTS, new Learning.Foretold(run, find(run).epoch(), List.of(forecast)));
  }
}
