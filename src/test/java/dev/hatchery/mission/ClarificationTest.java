package dev.hatchery.mission;

import static dev.hatchery.mission.Headquarters.ADA;
import static dev.hatchery.mission.Headquarters.brief;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Brief;
import dev.hatchery.protocol.Mission;
import dev.hatchery.protocol.MissionStatus;
import dev.hatchery.protocol.Missions;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.Usd;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mission asks its owner, and what it makes of the answers. */
@SuppressWarnings("NullAway.Init")
class ClarificationTest {
  private static final String SUM = "What is 17 % of 2400?";

  @TempDir Path data;
  private Headquarters office;

  @BeforeEach
  void open() {
    office = new Headquarters(data);
    office.terms =
        new Terms(
            office.terms.prices(),
            Usd.of("50"),
            office.terms.leastConfidence(),
            office.terms.patience());
    office.start();
  }

  @AfterEach
  void close() {
    office.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "up to $1,000          | 1000",
        "$12,345.50 and no more| 12345.50",
        "1000000               | 1000000",
        "7.1234567             | 7.123457",
        "2, 3 or 4             | 2",
        "$.50                  | 0.50",
        ".5                    | 0.5",
        "Well, 5.              | 5",
        "a recent 7            | 7",
      })
  void anAmountIsReadAsPeopleWriteIt(String answer, String dollars) {
    var mission = asking(brief(SUM, Usd.of("5"), true));

    office.ask(Addresses.CLARIFY, new Missions.Clarify(ADA, mission, answer));
    assertThat(Mission.of(office.run(mission)).brief().budget()).isEqualTo(Usd.of(dollars));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0,50",
        "1,50",
        "$,50",
        "1,000,50",
        "1.000,50",
        "1.000.000",
        "1234,567",
        "50 cents",
        "1 dollar and 1 Cent",
        "50ct",
        "50c",
        "50¢",
        "5 pennies",
      })
  void anAmountThatMayBeMeantOtherwiseIsNoAnswer(String answer) {
    var mission = asking(brief(SUM, Usd.of("5"), true));

    assertThat(refused(mission, answer))
        .isEqualTo(
            new Problem.Invalid(
                "invalid_answer", "answer", "Write the amount in dollars, as in 1,000 or 0.50."));
    assertThat(MissionStatus.of(office.run(mission))).isEqualTo(MissionStatus.CLARIFICATION_NEEDED);
  }

  @Test
  void moreThanAMissionMayCostIsNoAnswer() {
    var mission = asking(brief(SUM, Usd.of("5"), true));

    assertThat(refused(mission, "12345678 dollars"))
        .isEqualTo(
            new Problem.Invalid(
                "invalid_answer", "answer", "A mission may cost 1,000,000 dollars at most."));
  }

  @Test
  void whatTheMonthDoesNotAllowIsNotAskedAbout() {
    for (var i = 0; i < 9; i++) {
      office.until(office.executing(brief(SUM)), MissionStatus.COMPLETED);
    }
    var run = office.until(office.executing(brief(SUM, null, true)), MissionStatus.FAILED);

    assertThat(run.failure()).isEqualTo("monthly_limit_exceeded");
    assertThat(run.standing().message())
        .isEqualTo("Budget exceeded: $52.30 > $50.00 limit of this month");
  }

  @Test
  void theQuestionIsASentenceOfItsOwn() {
    office.tool.confidence = 0.12;
    office.other.confidence = 0.1;

    assertThat(question(asking(brief(SUM, null, true))))
        .isEqualTo("Tool selection failed: confidence 0.12 < 0.15. What shall it do instead?");
  }

  @Test
  void howeverOftenItIsAnsweredWhatItAsksForStaysAsShortAsItMayBe() {
    office.tool.confidence = 0.12;
    office.other.confidence = 0.1;
    var mission = asking(brief(SUM, null, true));

    office.ask(Addresses.CLARIFY, new Missions.Clarify(ADA, mission, "Reckon! ".repeat(125)));
    office.until(mission, MissionStatus.CLARIFICATION_NEEDED);
    assertThat(refused(mission, "x".repeat(1000)))
        .isEqualTo(
            new Problem.Invalid(
                "invalid_answer",
                "answer",
                "With this answer the objective becomes longer than 2,000 characters."));
    assertThat(MissionStatus.of(office.run(mission))).isEqualTo(MissionStatus.CLARIFICATION_NEEDED);
    office.ask(Addresses.CLARIFY, new Missions.Clarify(ADA, mission, "By hand."));
  }

  @Test
  void whatItAsksForIsCountedInCharactersAndAnEmojiIsOne() {
    office.tool.confidence = 0.12;
    office.other.confidence = 0.1;
    var answer = "Reckon.";
    var room = Brief.OBJECTIVE_MOST - SUM.length() - " ()".length() - answer.length();
    var mission = asking(brief(SUM + "🦊".repeat(room), null, true));

    assertThat(refused(mission, answer + "!"))
        .isInstanceOfSatisfying(
            Problem.Invalid.class,
            problem -> assertThat(problem.code()).isEqualTo("invalid_answer"));
    office.ask(Addresses.CLARIFY, new Missions.Clarify(ADA, mission, answer));
  }

  private RunRef asking(Brief brief) {
    var mission = office.executing(brief);
    office.until(mission, MissionStatus.CLARIFICATION_NEEDED);
    return mission;
  }

  private String question(RunRef mission) {
    return String.valueOf(Mission.of(office.run(mission)).question());
  }

  private Problem refused(RunRef mission, String answer) {
    return office.refused(Addresses.CLARIFY, new Missions.Clarify(ADA, mission, answer));
  }
}
