package dev.hatchery.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.protocol.ModelName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How far 600 characters are depends on how long the answers of this model were. */
class TypicalLengthTest {
  private static final String SIX_HUNDRED = "{\"x\":\"" + "y".repeat(594);

  private final FakeProvider provider = new FakeProvider();

  @AfterEach
  void close() {
    provider.close();
  }

  @ParameterizedTest
  @CsvSource({
    "3,  1200, 0.50",
    "50, 2400, 0.25",
    "2,  1200, 0.66", // too few to be typical, so the usual 900 hold
    "0,  0,    0.66",
  })
  void progressIsMeasuredAgainstTheLengthThatTheModelTypicallyWrites(
      int answers, int characters, double fraction) {
    provider.answering(FakeProvider.stalling(Answers.OPENAI.piece(SIX_HUNDRED)));

    try (var desk = desk(Answers.OPENAI).remembering(answers, characters)) {
      desk.ask();

      await().until(() -> !desk.measured().isEmpty());
      assertThat(desk.measured().getLast().fraction())
          .isBetween(fraction, Math.nextUp(fraction + 0.01));
      assertThat(desk.recalled()).containsExactly(new ModelName("openai", "m-1"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasWrittenIsToldWithTheLengthOfTheWholeAnswer(Answers each) {
    provider.answering(FakeProvider.stream(each.whole()));

    try (var desk = desk(each)) {
      var written = Desk.soon(desk.ask());

      assertThat(written.characters()).isEqualTo(Answers.JSON.length() + 1);
    }
  }

  @Test
  void lengthsThatMakeNoSenseDivideNothing() {
    provider.answering(FakeProvider.stream(Answers.OPENAI.whole()));

    try (var desk = desk(Answers.OPENAI).remembering(9, 0)) {
      assertThat(desk.persona()).isEqualTo(Answers.PERSONA);
      assertThat(desk.measured()).allMatch(measure -> measure.fraction() < 1);
    }
  }

  private Desk desk(Answers dialect) {
    return new Desk(vertx -> dialect.model(vertx, provider.url()), Desk.PATIENT);
  }
}
