package dev.hatchery.mission.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.ArtifactContent.Words;
import dev.hatchery.protocol.Generation;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Running;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WriteTest {
  private final Vertx vertx = Vertx.vertx();
  private final Bus bus = Bus.open(vertx);

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void theModelsProseIsTheAnswer() {
    bus.answer(
            Addresses.COMPOSE,
            asked -> {
              assertThat(asked.words()).isEqualTo("Objective: Write a haiku");
              return new Generation.Composed("An owl\r\nat \u001b[2Jnight", "ollama:m-1", 321);
            })
        .await();

    var answer = Write.open(bus, true).await().use(Calls.of("Write a haiku"));

    assertThat(answer.content()).isEqualTo(new Words("An owl\nat  [2Jnight"));
    assertThat(answer.tokens()).isEqualTo(321);
    assertThat(answer.summary()).isEqualTo("ollama:m-1 wrote 4 words.");
  }

  @Test
  void whatTheModelHasWrittenSoFarIsMeasured() {
    var measured = new CopyOnWriteArrayList<Double>();
    Promise<Generation.Composed> written = Promise.promise();
    bus.answerLater(
            Addresses.COMPOSE,
            asked -> {
              bus.announce(
                  Addresses.COMPOSING, new Generation.Composing(asked.runId(), 0.5, "Writing."));
              return written.future();
            })
        .await();
    var call =
        Calls.of(
            "Write a haiku",
            Promise.<Void>promise().future(),
            (fraction, message) -> {
              measured.add(fraction);
              written.complete(new Generation.Composed("An owl", "m", 1));
            });

    Write.open(bus, true).await().use(call);

    assertThat(measured).isEqualTo(List.of(0.5));
  }

  @Test
  void whoStopsItHaltsTheModel() {
    Promise<Generation.Composed> written = Promise.promise();
    Promise<Void> stopped = Promise.promise();
    bus.answer(
            Addresses.HALT_GENERATION,
            halt -> {
              written.fail(new ProblemException(new Problem.Cancelled("The run was cancelled.")));
              return new Running.Done();
            })
        .await();
    bus.answerLater(
            Addresses.COMPOSE,
            asked -> {
              stopped.fail(new CancellationException("stopped"));
              return written.future();
            })
        .await();
    var tool = Write.open(bus, true).await();

    assertThatThrownBy(() -> tool.use(Calls.of("Write", stopped.future(), (f, message) -> {})))
        .isInstanceOf(CancellationException.class);
    Awaitility.await().until(() -> written.future().failed());
  }

  @Test
  void aModelThatGivesNothingSaysWhy() {
    bus.answerLater(
            Addresses.COMPOSE,
            asked ->
                Future.failedFuture(
                    new ProblemException(
                        new Problem.ModelUnavailable("model_down", "The model is down."))))
        .await();
    var tool = Write.open(bus, true).await();

    assertThatThrownBy(() -> tool.use(Calls.of("Write")))
        .isInstanceOf(ToolException.class)
        .hasMessage("The model is down");
  }

  @Test
  void theStorytellerWritesNoProse() {
    assertThat(Write.open(bus, false).await().lacks()).contains("needs a language model in llm");
    assertThat(Write.open(bus, true).await().lacks()).isNull();
  }
}
