package dev.hatchery.mission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Brief;
import dev.hatchery.protocol.Category;
import dev.hatchery.protocol.Checkpoint;
import dev.hatchery.protocol.Generation;
import dev.hatchery.protocol.Intent;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Standing;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
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

    assertThat(understood(true)).isEqualTo(new Intent(Category.WRITE, 0.75, 321));
  }

  @Test
  void withoutAModelTheWordsAreEnough() {
    assertThat(understood(false).category()).isEqualTo(Category.CALCULATE);
    assertThat(understood(false).tokens()).isZero();
  }

  @Test
  void whereTheModelGivesNothingTheWordsDo() {
    failing(new Problem.ModelUnavailable("model_slow", "The model took more than 15 s."));

    assertThat(understood(true).category()).isEqualTo(Category.CALCULATE);
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

  private Intent understood(boolean model) {
    var brief = new Brief(OBJECTIVE, null, List.of(), Brief.Priority.NORMAL, null);
    return new Intents(bus, model).classify(run(brief), brief);
  }

  private static Run run(Brief brief) {
    return new Run(
        RunId.random(),
        1,
        Owner.LOCAL,
        null,
        new Order.Pursue(brief, null),
        null,
        RunStatus.RUNNING,
        new Standing(0, 0, null, "", null),
        0,
        Instant.EPOCH,
        null,
        null,
        null,
        1,
        null,
        null,
        1,
        0,
        0,
        0,
        List.of(),
        Checkpoint.Hatching.NOTHING,
        null,
        null);
  }
}
