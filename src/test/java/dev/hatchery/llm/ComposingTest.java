package dev.hatchery.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.llm.http.JsonText;
import dev.hatchery.protocol.Problem;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mission asks a model for prose, or for a choice. */
class ComposingTest extends WritingFixture {
  private static final String PROSE = "Owls hunt at night.\n\nThey sleep by day.";

  @ParameterizedTest
  @EnumSource
  void proseIsWrittenMeasuredAndItsTokensCounted(Answers each) {
    dialect = each;
    provider.answering(FakeProvider.byteByByte(bytes(each.piece(PROSE) + each.ending())));

    try (var desk = desk()) {
      var composed = Desk.soon(desk.compose("about owls"));

      assertThat(composed.text()).isEqualTo(PROSE);
      assertThat(composed.model()).endsWith(":m-1");
      assertThat(composed.tokens()).isGreaterThan(77);
      assertThat(desk.composing()).isNotEmpty().allMatch(told -> told.fraction() < 1);
      var body = JsonText.read(provider.requests().getFirst().body()).orElseThrow();
      assertThat(body.has("tools") || body.has("response_format") || body.has("format")).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aChoiceIsForcedIntoItsForm(Answers each) {
    dialect = each;
    provider.answering(
        FakeProvider.stream(each.piece("{\"option\":\"b\",\"certainty\":0.9}") + each.ending()));

    try (var desk = desk()) {
      var chosen = Desk.soon(desk.choose(List.of("a", "b"), Duration.ofSeconds(5)));

      assertThat(chosen.option()).isEqualTo("b");
      assertThat(chosen.certainty()).isEqualTo(0.9);
      assertThat(provider.requests().getFirst().body()).contains("\"enum\":[\"a\",\"b\"]");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "b",
        "{\"option\":\"c\",\"certainty\":0.9}",
        "{\"option\":\"b\",\"certainty\":7}",
        "{\"option\":\"b\"",
        "{\"option\":[\"b\"],\"certainty\":1}",
      })
  void whatIsNoChoiceIsAProblem(String answer) {
    provider.answering(FakeProvider.stream(dialect.piece(answer) + dialect.ending()));

    try (var desk = desk()) {
      var problem = Desk.problem(desk.choose(List.of("a", "b"), Duration.ofSeconds(5)));

      assertThat(problem.code()).isEqualTo("model_unreadable");
    }
  }

  @Test
  void aModelThatDoesNotChooseInTimeIsAProblem() {
    provider.answering(FakeProvider.stalling(""));

    try (var desk = desk()) {
      var problem = Desk.problem(desk.choose(List.of("a", "b"), Duration.ofMillis(100)));

      assertThat(problem.code()).isIn("model_silent", "model_slow");
    }
  }

  @Test
  void cancellingProseClosesTheConnection() {
    provider.answering(FakeProvider.stalling(""));

    try (var desk = desk()) {
      var composed = desk.compose("about owls");
      Awaitility.await().until(() -> !provider.requests().isEmpty());
      desk.cancel();

      assertThat(Desk.problem(composed)).isInstanceOf(Problem.Cancelled.class);
      Awaitility.await().until(() -> provider.hungUp() > 0);
    }
  }
}
