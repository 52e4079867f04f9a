package dev.hatchery.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.protocol.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run asks a model behind a server that keeps it waiting. */
class WaitingTest extends WritingFixture {
  private static final Duration BRIEF = Duration.ofMillis(150);

  @ParameterizedTest
  @EnumSource
  void aStalledStreamEndsInSilence(Answers each) {
    dialect = each;
    patience = new Patience(BRIEF, LONG, LONG);
    provider.answering(FakeProvider.stalling(each.pieces()));

    try (var desk = desk()) {
      assertProblem(desk.problem(), "model_silent", "The model did not answer in 0 s");
      await().atMost(LONG).until(() -> provider.hungUp() == 1);
      assertThat(provider.requests()).hasSize(1);
    }
  }

  @Test
  void aLocalModelMayLoadLongerBeforeItsFirstByte() {
    patience = new Patience(LONG, BRIEF, Duration.ofMillis(1));
    provider.answering(FakeProvider.stalling(""));

    try (var desk = desk()) {
      assertProblem(desk.problem(), "model_silent", "The model did not answer in 0 s");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTrickleEndsWhenTheTimeIsUp(Answers each) {
    dialect = each;
    patience = new Patience(LONG, LONG, Duration.ofMillis(300));
    provider.answering(
        out -> {
          FakeProvider.stream("").write(out);
          while (true) {
            out.write(": still here\n\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            // The pace of the server; the test itself waits for the problem.
            Thread.sleep(10);
          }
        });

    try (var desk = desk()) {
      assertProblem(desk.problem(), "model_slow", "The model took more than 0 s");
    }
  }

  @ParameterizedTest
  @EnumSource
  void cancellingHangsUp(Answers each) {
    dialect = each;
    provider.answering(FakeProvider.stalling(dialect.pieces()));

    try (var desk = desk()) {
      var asked = desk.ask();
      await().atMost(LONG).until(() -> !desk.measured().isEmpty());
      desk.cancel();

      assertThat(Desk.problem(asked)).isInstanceOf(Problem.Cancelled.class);
      await().atMost(Duration.ofSeconds(1)).until(() -> provider.hungUp() == 1);
    }
  }

  @Test
  void stoppingTheServerHangsUp() {
    provider.answering(FakeProvider.stalling(dialect.pieces()));

    try (var desk = desk()) {
      desk.ask();
      await().atMost(LONG).until(() -> !desk.measured().isEmpty());
    }
    await().atMost(LONG).until(() -> provider.hungUp() == 1);
  }
}
