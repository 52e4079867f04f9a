package dev.hatchery.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hatchery.protocol.Journal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** The rules that hold for every run, over any interleaving of what may happen to it. */
class ProgressRulesTest {
  private static final int PER_SECOND = 10;
  private static final int TRIES = 400;

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void monotone(@ForAll("steps") List<Step> steps) {
    var seen = told(steps).run.seen;

    assertThat(seen.stream().map(Seen::progress).toList()).isSorted();
    assertThat(seen.stream().map(Seen::measured).toList()).isSorted();
    assertThat(seen.stream().map(Seen::at).toList()).isSorted();
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void honest(@ForAll("steps") List<Step> steps) {
    var facts = told(steps);

    assertThat(facts.run.last().measured()).isEqualTo(facts.measured);
    assertThat(facts.run.seen)
        .allSatisfy(one -> assertThat(one.measured()).isLessThanOrEqualTo(one.progress()));
    assertThat(facts.run.of("llm_progress"))
        .allSatisfy(one -> assertThat(one.progress()).isLessThan(25))
        .allSatisfy(ProgressRulesTest::marksItsEstimate);
    assertThat(facts.run.of("avatar_progress"))
        .allSatisfy(one -> assertThat(one.progress()).isBetween(25.0, 99.0))
        .filteredOn(one -> one.progress() == 99)
        .allSatisfy(one -> assertThat(one.estimated()).isFalse());
    assertThat(facts.run.of("avatar_progress")).allSatisfy(ProgressRulesTest::marksItsEstimate);
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void theBackstoryIsCompleteAtExactlyTwentyFive(@ForAll("steps") List<Step> steps) {
    var facts = told(steps);

    assertThat(facts.run.of("backstory_complete"))
        .filteredOn(one -> facts.backstoriesInTime.contains(one.message()))
        .allSatisfy(one -> assertThat(one.data().get("progress")).hasToString("25"));
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void neverAFlood(@ForAll("steps") List<Step> steps) {
    var times = told(steps).run.seen.stream().map(Seen::at).toList();

    for (int i = PER_SECOND; i < times.size(); i++) {
      assertThat(Duration.between(times.get(i - PER_SECOND), times.get(i)))
          .isGreaterThan(Duration.ofSeconds(1));
    }
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void milestonesAllComeOutInOrderAndSoDoesTheLastTick(@ForAll("steps") List<Step> steps) {
    var facts = told(steps);

    assertThat(facts.run.seen.stream().filter(one -> one.draft().milestone()).map(Seen::message))
        .containsExactlyElementsOf(facts.milestones);
    if (facts.lastFraction != null) {
      assertThat(lastFraction(facts.run.seen)).isCloseTo(facts.lastFraction, within(0.0011));
    }
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void itEndsOnceAndIsNumberedWithoutAGap(@ForAll("steps") List<Step> steps) {
    var seen = told(steps).run.seen;

    assertThat(seen.stream().map(Seen::draft).filter(Journal.Draft::ending)).hasSize(1);
    assertThat(seen.getLast().draft().ending()).isTrue();
    assertThat(seen.stream().map(one -> one.data().get("seq").asLong()))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, seen.size()).boxed().toList());
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void thePlaceInLineOnlyFalls(@ForAll("steps") List<Step> steps) {
    var run = told(steps).run;
    var queued = run.of("queued");

    for (int i = 1; i < queued.size(); i++) {
      assertThat(ahead(queued.get(i))).isLessThan(ahead(queued.get(i - 1)));
      assertThat(queued.get(i).at()).isAfterOrEqualTo(queued.get(i - 1).at().plusSeconds(1));
    }
    assertThat(run.types().lastIndexOf("queued")).isLessThan(firstPhaseTick(run));
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void nothingThatIsDueIsSleptThrough(@ForAll("steps") List<Step> steps) {
    var facts = new Facts();
    steps.forEach(facts::tell);
    facts.tell(new Step.Pass(Duration.ofMinutes(5)));
    var wake = facts.run.progress.wakeAt();

    assertThat(wake == null || wake.isAfter(facts.run.now)).isTrue();
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Steps.any();
  }

  private static Facts told(List<Step> steps) {
    var facts = new Facts();
    steps.forEach(facts::tell);
    facts.finish();
    return facts;
  }

  private static void marksItsEstimate(Seen one) {
    assertThat(one.estimated()).isEqualTo(one.progress() > one.measured());
  }

  private static double lastFraction(List<Seen> seen) {
    var last =
        seen.stream()
            .filter(one -> one.type().endsWith("_progress"))
            .reduce((earlier, later) -> later)
            .orElseThrow();
    var tokens = last.data().get("tokens");
    return tokens == null
        ? Objects.requireNonNull(last.data().get("renderer_percent")).asDouble() / 100
        : tokens.asDouble() / 1000;
  }

  private static int ahead(Seen queued) {
    return queued.data().get("ahead").asInt();
  }

  private static int firstPhaseTick(Watched run) {
    var types = run.types();
    for (int i = 0; i < types.size(); i++) {
      if (types.get(i).endsWith("_progress")) {
        return i;
      }
    }
    return types.size();
  }
}
