package dev.hatchery.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.RunId;
import org.junit.jupiter.api.Test;

/** A node that may not work on its runs any more pays for nothing any more. */
class LostWritingTest extends WritingFixture {
  @Test
  void whatIsBeingWrittenIsHungUpOnAndIsNoAnswer() {
    provider.answering(FakeProvider.stalling(dialect.pieces()));
    try (var desk = desk()) {
      var asked = desk.ask();
      await().until(() -> !desk.measured().isEmpty());

      desk.loseEverything();

      assertThat(Desk.problem(asked)).isInstanceOf(Problem.Stale.class);
      await().until(() -> provider.hungUp() == 1);
      assertThat(provider.requests()).hasSize(1);
    }
  }

  @Test
  void whatWaitsForItsNextAttemptIsNotAskedAgain() {
    provider.answering(FakeProvider.status("503 Busy", "", "retry-after: 3"));
    try (var desk = desk()) {
      var asked = desk.ask();
      await().until(() -> provider.requests().size() == 1);

      desk.lose(desk.runId());

      assertThat(Desk.problem(asked)).isInstanceOf(Problem.Stale.class);
      assertThat(provider.requests()).hasSize(1);
    }
  }

  @Test
  void whatStaysWithTheNodeIsWrittenToItsEnd() {
    provider.answering(FakeProvider.stream(dialect.whole()));
    try (var desk = desk()) {
      var asked = desk.ask();
      desk.lose(RunId.random());

      assertThat(Desk.soon(asked).persona()).isNotNull();
    }
  }
}
