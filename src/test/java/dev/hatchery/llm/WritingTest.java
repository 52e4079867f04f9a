package dev.hatchery.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Happening.LlmProgress;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run asks a model behind a server, again when that may help. */
class WritingTest extends WritingFixture {
  private static final String OVERLOADED = "{\"error\":{\"message\":\"Later, %s\"}}";

  @ParameterizedTest
  @EnumSource
  void aPersonaIsWrittenAndMeasured(Answers each) {
    dialect = each;
    provider.answering(FakeProvider.byteByByte(bytes(each.whole())));

    try (var desk = desk()) {
      assertThat(desk.persona()).isEqualTo(Answers.PERSONA);
      assertThat(desk.messages()).containsExactly("The model is writing.");
      assertThat(desk.measured()).allMatch(measure -> measure.fraction() < 1);
      assertThat(desk.measured().getLast().fraction()).isGreaterThan(0.9);
      assertThat(desk.measured().getLast().tick()).isEqualTo(new LlmProgress(77));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerMaySendAllAtOnceInsteadOfAStream(Answers each) {
    dialect = each;
    provider.answering(FakeProvider.ok("application/json", bytes(each.body())));

    try (var desk = desk()) {
      assertThat(desk.persona()).isEqualTo(Answers.PERSONA);
    }
  }

  @Test
  void whatAModelThinksIsNoPartOfItsAnswer() {
    var thought =
        "data: {\"choices\":[{\"delta\":{\"content\":null,\"reasoning_content\":\"{\"}}]}\n\n";
    provider.answering(FakeProvider.stream("data:\n\n" + thought + ": hm\n\n" + dialect.whole()));

    try (var desk = desk()) {
      assertThat(desk.persona()).isEqualTo(Answers.PERSONA);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOverloadedModelIsAskedThreeTimes(Answers each) {
    dialect = each;
    provider.answering(
        FakeProvider.status("429 Too Many", OVERLOADED, "retry-after-ms: 3"),
        FakeProvider.status("529 Overloaded", OVERLOADED.formatted(each.key().reveal())));

    try (var desk = desk()) {
      assertProblem(desk.problem(), "model_overloaded", "The model is overloaded");
      assertThat(provider.requests()).hasSize(3);
      assertThat(desk.messages())
          .containsExactly(
              "The model is overloaded; asking again (2 of 3).",
              "The model is overloaded; asking again (3 of 3).");
    }
  }

  @Test
  void theSecondAttemptMaySucceedAndSaysThatItIsTheSecond() {
    provider.answering(
        FakeProvider.status("429 Too Many", "", "retry-after: 0"),
        FakeProvider.stream(dialect.whole()));

    try (var desk = desk()) {
      assertThat(desk.persona()).isEqualTo(Answers.PERSONA);
      assertThat(desk.messages())
          .containsExactly(
              "The model is overloaded; asking again (2 of 3).", "The model is writing (2 of 3).");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasHeardBeforeTheConnectionBrokeIsForgotten(Answers each) {
    dialect = each;
    provider.answering(FakeProvider.cut(bytes(each.pieces())), FakeProvider.stream(each.whole()));

    try (var desk = desk()) {
      assertThat(desk.persona()).isEqualTo(Answers.PERSONA);
      assertThat(desk.messages())
          .containsExactly(
              "The model is writing.",
              "The model broke off in the middle; asking again (2 of 3).",
              "The model is writing (2 of 3).");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPersonaWithoutItsEndIsNoPersona(Answers each) {
    dialect = each;
    provider.answering(FakeProvider.stream(each.pieces()));

    try (var desk = desk()) {
      assertProblem(desk.problem(), "model_broken_off", "The model broke off in the middle");
      assertThat(provider.requests()).hasSize(3);
    }
  }

  @Test
  void aLongWaitIsNotWaitedFor() {
    provider.answering(FakeProvider.status("429 Too Many", "", "retry-after: 3600"));

    try (var desk = desk()) {
      assertProblem(desk.problem(), "model_overloaded", "The model is overloaded");
      assertThat(provider.requests()).hasSize(1);
    }
  }

  @Test
  void theServerSaysWhetherAskingAgainMakesSense() {
    provider.answering(
        FakeProvider.status("400 Odd", "", "x-should-retry: true", "retry-after-ms: 1"),
        FakeProvider.status("503 Gone", "", "x-should-retry: false"));

    try (var desk = desk()) {
      desk.problem();
      // The first was asked with and without a schema; of the second attempt nothing follows.
      assertThat(provider.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatIsGoneIsDown(Answers each) {
    dialect = each;
    var url = provider.url();
    provider.close();

    try (var desk = new Desk(vertx -> dialect.model(vertx, url), patience)) {
      assertProblem(desk.problem(), "model_down", "The model is down");
    }
  }

  @Test
  void anIllModelIsSparedForAWhile() {
    provider.answering(FakeProvider.status("500 Ill", "", "x-should-retry: false"));

    try (var desk = desk()) {
      Stream.generate(desk::problem)
          .limit(6)
          .forEach(problem -> assertProblem(problem, "model_down", "The model is down"));
      assertThat(provider.requests()).hasSize(4);
    }
  }
}
