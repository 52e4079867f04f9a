package dev.hatchery.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Learning;
import dev.hatchery.protocol.ModelName;
import dev.hatchery.protocol.RunStatus;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What known runs teach about those to come. */
final class LearningTest extends EndedRuns {
  private static final ModelName LLAMA = ModelName.of("ollama:llama3.2");

  @Test
  void theTypicalDurationIsThatOfTheLastFiftyWithoutStandIns() {
    for (int i = 1; i <= 60; i++) {
      now = NOW.plusSeconds(i);
      var run = run(i % 2 == 0 ? ADA : BOB, RunStatus.SUCCEEDED, Duration.ofSeconds(i));
      time(run, "llm", i <= 10 ? 1_000_000 : 4000, null);
      painted(run, 9000, i == 60 ? "renderer_silent" : null);
    }
    var recalled = ask(Addresses.RECALL, new Learning.Recall(LLAMA, "mflux"));

    assertThat(recalled.writing())
        .isEqualTo(new Learning.History(50, Duration.ofSeconds(4), Duration.ofSeconds(4)));
    assertThat(recalled.painting())
        .isEqualTo(new Learning.History(50, Duration.ofSeconds(9), Duration.ofSeconds(9)));
    assertThat(recalled.whole().n()).isEqualTo(50);
    assertThat(recalled.whole().p50()).isEqualTo(Duration.ofSeconds(34));
    assertThat(ask(Addresses.RECALL, new Learning.Recall(ModelName.of("claude"), "painter")))
        .isEqualTo(Learning.Recalled.NOTHING);
  }

  @Test
  void whatOneModelTookSaysNothingAboutAnotherOfTheSameProvider() {
    for (int i = 1; i <= 5; i++) {
      var run = run(ADA, RunStatus.SUCCEEDED, Duration.ofSeconds(20));
      time(run, "llm", 4000, null);
      painted(run, 9000, null);
    }
    var other = ask(Addresses.RECALL, new Learning.Recall(ModelName.of("ollama:qwen3"), "mflux"));

    assertThat(other.writing().n()).isZero();
    assertThat(other.whole().n()).isZero();
    assertThat(other.painting().n()).isEqualTo(5);
  }

  @Test
  void theTypicalLengthIsThatOfTheLastFiftyAnswersOfThisModel() {
    for (int i = 1; i <= 60; i++) {
      now = NOW.plusSeconds(i);
      wrote("ollama", "llama3.2", i <= 10 ? 100_000 : 700 + i % 2);
      wrote("ollama", "qwen3", 1800);
    }
    wrote("storyteller", null, 600);
    time(run(ADA, RunStatus.SUCCEEDED, Duration.ofSeconds(1)), "llm", 4000, "model_down");

    assertThat(length("ollama", "llama3.2")).isEqualTo(new Learning.Length(50, 700));
    assertThat(length("ollama", "qwen3")).isEqualTo(new Learning.Length(50, 1800));
    assertThat(length("storyteller", null)).isEqualTo(new Learning.Length(1, 600));
    assertThat(length("ollama", null)).isEqualTo(new Learning.Length(0, 0));
  }

  private void wrote(String provider, @Nullable String model, int characters) {
    var run = run(ADA, RunStatus.SUCCEEDED, Duration.ofSeconds(1));
    ask(
        Addresses.KEEP_TIME,
        new Learning.Timed(
            run, find(run).epoch(), "llm", provider, model, now, now, characters, null));
  }

  private Learning.Length length(String provider, @Nullable String model) {
    return ask(Addresses.RECALL_LENGTH, new Learning.RecallLength(new ModelName(provider, model)));
  }
}
