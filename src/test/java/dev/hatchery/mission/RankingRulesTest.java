package dev.hatchery.mission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.mission.Ranking.Candidate;
import dev.hatchery.protocol.Ranked;
import dev.hatchery.protocol.Survey;
import dev.hatchery.protocol.ToolName;
import dev.hatchery.protocol.ToolRecord;
import dev.hatchery.protocol.ToolRecord.Verdict;
import dev.hatchery.protocol.Usd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of the ranking whatever happened to the tools. */
class RankingRulesTest {
  private static final Pattern IN_WORDS =
      Pattern.compile("tool_\\d ([\\d.]+) (× |\\+ |− |)([\\d.]+|excluded) \\(\\w+\\) = ([\\d.]+)");
  private static final double HALF_A_HUNDREDTH = 0.005 + 1e-9;

  private final Ranking ranking = new Ranking(Investment.USUAL);

  @Property
  void everyFigureIsAShare(@ForAll("candidates") List<Candidate> candidates) {
    assertThat(ranking.rank(candidates))
        .hasSameSizeAs(candidates)
        .allSatisfy(
            one -> {
              assertThat(one.confidence()).isBetween(0.0, 1.0);
              assertThat(one.roi()).isBetween(0.0, 1.0);
              assertThat(one.score()).isBetween(0.0, 1.0);
            });
  }

  @Property
  void theBestComesFirstAndTheExcludedLast(@ForAll("candidates") List<Candidate> candidates) {
    var ranked = ranking.rank(candidates);
    var admitted = ranked.stream().filter(one -> !one.excluded()).toList();

    assertThat(ranked.subList(0, admitted.size())).isEqualTo(admitted);
    assertThat(admitted.reversed()).extracting(Ranked::score).isSorted();
  }

  @Property
  void theOrderOfTheCandidatesDoesNotMatter(@ForAll("candidates") List<Candidate> candidates) {
    assertThat(ranking.rank(candidates.reversed())).isEqualTo(ranking.rank(candidates));
  }

  @Property
  void everyAdjustmentInWordsIsTrueAndLeadsToTheNext(
      @ForAll("candidates") List<Candidate> candidates) {
    for (var one : ranking.rank(candidates)) {
      var value = one.base();
      for (var words : one.adjustments()) {
        var read = IN_WORDS.matcher(words);
        assertThat(words).matches(IN_WORDS);
        assertThat(read.matches()).isTrue();
        assertThat(Double.parseDouble(read.group(1))).isEqualTo(value);
        value = Double.parseDouble(read.group(4));
        assertThat(value)
            .isBetween(reckoned(read) - HALF_A_HUNDREDTH, reckoned(read) + HALF_A_HUNDREDTH);
      }
      assertThat(one.confidence()).isEqualTo(value);
    }
  }

  @Property
  void aGoodUseNeverLowersTheConfidenceAndABadOneNeverRaisesIt(
      @ForAll("record") ToolRecord record) {
    var before = confidence(record);

    assertThat(confidence(record.used(true, Duration.ZERO, Usd.ZERO)))
        .isGreaterThanOrEqualTo(before);
    assertThat(confidence(record.used(false, Duration.ZERO, Usd.ZERO))).isLessThanOrEqualTo(before);
  }

  private double confidence(ToolRecord record) {
    return ranking
        .rank(List.of(new Candidate(new ToolName("tool_1"), 0.7, record)))
        .getFirst()
        .confidence();
  }

  private static double reckoned(Matcher read) {
    var before = Double.parseDouble(read.group(1));
    return switch (read.group(2)) {
      case "× " -> before * Double.parseDouble(read.group(3));
      case "+ " -> Math.min(1, before + Double.parseDouble(read.group(3)));
      case "− " -> Math.max(0, before - Double.parseDouble(read.group(3)));
      default -> 0;
    };
  }

  @Provide
  Arbitrary<List<Candidate>> candidates() {
    var base = Arbitraries.integers().between(0, 100).map(hundredths -> hundredths / 100.0);
    return Combinators.combine(base, record())
        .as((confidence, record) -> new Candidate(new ToolName("tool_0"), confidence, record))
        .list()
        .ofMaxSize(6)
        .map(RankingRulesTest::named);
  }

  private static List<Candidate> named(List<Candidate> candidates) {
    var named = new ArrayList<Candidate>();
    for (var one : candidates) {
      named.add(new Candidate(new ToolName("tool_" + named.size()), one.base(), one.record()));
    }
    return named;
  }

  /** Anything that may happen to a tool, in any order. */
  @Provide
  Arbitrary<ToolRecord> record() {
    return Arbitraries.oneOf(uses(), verdicts(), surveys())
        .list()
        .ofMaxSize(30)
        .map(
            happened ->
                happened.stream()
                    .reduce(
                        ToolRecord.NOTHING, (known, one) -> one.apply(known), (one, two) -> two));
  }

  private static Arbitrary<UnaryOperator<ToolRecord>> uses() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 100_000),
            Arbitraries.longs().between(0, 5_000_000))
        .as(
            (success, millis, micros) ->
                record -> record.used(success, Duration.ofMillis(millis), new Usd(micros)));
  }

  private static Arbitrary<UnaryOperator<ToolRecord>> verdicts() {
    return Arbitraries.of(Verdict.class).map(verdict -> record -> record.judged(verdict));
  }

  private static Arbitrary<UnaryOperator<ToolRecord>> surveys() {
    return Arbitraries.integers()
        .between(1, 10)
        .map(rating -> record -> record.surveyed(new Survey(rating, true, true).adjustment()));
  }
}
