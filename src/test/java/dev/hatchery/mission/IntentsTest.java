package dev.hatchery.mission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Category;
import dev.hatchery.protocol.Generation;
import dev.hatchery.protocol.Intent;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.RunId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IntentsTest {
  private static final String OBJECTIVE = "calculate 3 * (4 + 5)";

  private final Vertx vertx = Vertx.vertx();
  private final Bus bus = Bus.open(vertx);

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void theModelSortsAndItsTokensAreCounted() {
    bus.answer(
            Addresses.CHOOSE,
            asked -> {
              assertThat(asked.words()).isEqualTo(OBJECTIVE);
              assertThat(asked.options())
                  .containsExactly("search", "extract", "calculate", "write");
              return new Generation.Chosen("write", 0.75, 321);
            })
        .await();

    assertThat(understood(true))
        .isEqualTo(new Intents.Understood(new Intent(Category.WRITE, 0.75), 321));
  }

  @Test
  void withoutAModelTheWordsAreEnough() {
    assertThat(understood(false).intent().category()).isEqualTo(Category.CALCULATE);
    assertThat(understood(false).tokens()).isZero();
  }

  @Test
  void whereTheModelGivesNothingTheWordsDo() {
    failing(new Problem.ModelUnavailable("model_slow", "The model took more than 15 s."));

    assertThat(understood(true).intent().category()).isEqualTo(Category.CALCULATE);
  }

  @Test
  void aCancelledRunIsNotSortedByItsWords() {
    failing(new Problem.Cancelled("The run was cancelled."));

    assertThatThrownBy(() -> understood(true)).isInstanceOf(ProblemException.class);
  }

  private void failing(Problem problem) {
    bus.answerLater(Addresses.CHOOSE, asked -> Future.failedFuture(new ProblemException(problem)))
        .await();
  }

  private Intents.Understood understood(boolean model) {
    return new Intents(bus, model).of(RunId.random(), OBJECTIVE);
  }
}
