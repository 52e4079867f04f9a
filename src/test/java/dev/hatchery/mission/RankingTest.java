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
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final ToolRecord NOTHING = ToolRecord.NOTHING;

  private final Ranking ranking = new Ranking(Investment.USUAL);

  @Test
  void whatNothingIsKnownOfIsRankedByItsBaseConfidence() {
    var ranked = rank(candidate("slow", 0.7, NOTHING), candidate("sure", 0.9, NOTHING));

    assertThat(ranked).extracting(one -> one.tool().value()).containsExactly("sure", "slow");
    assertThat(ranked).allSatisfy(one -> assertThat(one.adjustments()).isEmpty());
    assertThat(ranked).extracting(Ranked::confidence).containsExactly(0.9, 0.7);
  }

  @Test
  void aBadUseMultipliesTheConfidence() {
    var one = rank(candidate("web_search", 0.85, NOTHING.used(false, SECOND, Usd.ZERO))).getFirst();

    assertThat(one.adjustments()).containsExactly("web_search 0.85 × 0.8 (feedback) = 0.68");
    assertThat(one.confidence()).isEqualTo(0.68);
  }

  @Test
  void approvalAddsFifteenHundredthsButNeverMoreThanOne() {
    var approved = NOTHING.judged(Verdict.APPROVED);
    var ranked = rank(candidate("a", 0.5, approved), candidate("b", 0.95, approved));

    assertThat(ranked).extracting(Ranked::confidence).containsExactly(1.0, 0.65);
    assertThat(ranked.getLast().adjustments()).containsExactly("a 0.5 + 0.15 (approved) = 0.65");
  }

  @Test
  void aRejectedToolIsNeverChosen() {
    var ranked =
        rank(
            candidate("sure", 0.99, NOTHING.judged(Verdict.REJECTED)),
            candidate("weak", 0.2, NOTHING));

    assertThat(ranked.getLast().adjustments()).containsExactly("sure 0.99 excluded (rejected) = 0");
    assertThat(Ranking.choose(ranked, 0.15)).contains(ranked.getFirst());
    assertThat(Ranking.choose(ranked, 0)).contains(ranked.getFirst());
    assertThat(Ranking.choose(ranked, 0.5)).isEmpty();
  }

  @Test
  void aLaterVerdictReplacesTheEarlierOne() {
    var forgiven = NOTHING.judged(Verdict.REJECTED).judged(Verdict.APPROVED);

    assertThat(rank(candidate("a", 0.5, forgiven)).getFirst().confidence()).isEqualTo(0.65);
  }

  @Test
  void surveysAddAndTakeAway() {
    assertThat(surveyed(10).getFirst()).isEqualTo("a 0.5 + 0.05 (surveys) = 0.55");
    assertThat(surveyed(5).getFirst()).isEqualTo("a 0.5 − 0.1 (surveys) = 0.4");
    assertThat(surveyed(5, 10).getFirst()).isEqualTo("a 0.5 − 0.05 (surveys) = 0.45");
    assertThat(surveyed(8)).isEmpty();
  }

  @Test
  void theScoreIsSixTenthsConfidenceAndFourTenthsReturn() {
    var one = rank(candidate("a", 0.8, NOTHING)).getFirst();

    assertThat(one.roi()).isEqualTo(0.5);
    assertThat(one.score()).isEqualTo(0.68);
  }

  @Test
  void ofTwoThatServeAlikeTheCheaperAndQuickerOneIsChosen() {
    var dear = NOTHING.used(true, Duration.ofSeconds(40), Usd.of("0.2"));
    var cheap = NOTHING.used(true, SECOND, Usd.of("0.001"));

    var ranked = rank(candidate("dear", 0.82, dear), candidate("cheap", 0.8, cheap));

    assertThat(ranked).extracting(one -> one.tool().value()).containsExactly("cheap", "dear");
  }

  private List<String> surveyed(int... ratings) {
    var record =
        Arrays.stream(ratings)
            .mapToObj(rating -> new Survey(rating, true, true))
            .reduce(
                NOTHING, (known, survey) -> known.surveyed(survey.adjustment()), (one, two) -> two);
    return rank(candidate("a", 0.5, record)).getFirst().adjustments();
  }

  private List<Ranked> rank(Candidate... candidates) {
    return ranking.rank(List.of(candidates));
  }

  private static Candidate candidate(String name, double base, ToolRecord record) {
    return new Candidate(new ToolName(name), base, record);
  }
}
