package dev.hatchery.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.Running;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BusTest {
  private static final Running.Halt HALT = new Running.Halt(RunId.random());

  private final Vertx vertx = Vertx.vertx();
  private final Bus bus = Bus.open(vertx);

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void aQuestionIsAnsweredWithTheVerySameObject() {
    var done = new Running.Done();
    deploy(() -> bus.answer(Addresses.HALT_GENERATION, halt -> done));

    assertThat(bus.ask(Addresses.HALT_GENERATION, HALT).await()).isSameAs(done);
  }

  @Test
  void aTypedProblemReachesTheAsker() {
    var problem = new Problem.NotFound("No such run.");
    deploy(
        () ->
            bus.answer(
                Addresses.HALT_GENERATION,
                halt -> {
                  throw new ProblemException(problem);
                }));

    assertThatThrownBy(() -> bus.ask(Addresses.HALT_GENERATION, HALT).await())
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }

  @Test
  void anyOtherFailureReachesTheAskerWithoutOurInsides() {
    deploy(
        () ->
            bus.answerLater(
                Addresses.HALT_GENERATION,
                halt -> Future.failedFuture(new IllegalStateException("secret"))));

    assertThatThrownBy(() -> bus.ask(Addresses.HALT_GENERATION, HALT).await())
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem()).isInstanceOf(Problem.Unexpected.class))
        .hasMessageNotContaining("secret");
  }

  @Test
  void anErrorReachesTheAskerToo() {
    deploy(
        () ->
            bus.answer(
                Addresses.HALT_GENERATION,
                halt -> {
                  throw new StackOverflowError("too deep");
                }));
    deploy(
        () ->
            bus.answerInStories(
                Addresses.HALT_RENDERING,
                halt -> {
                  throw new StackOverflowError("too deep");
                }),
        ThreadingModel.VIRTUAL_THREAD);

    for (var question : List.of(Addresses.HALT_GENERATION, Addresses.HALT_RENDERING)) {
      assertThatThrownBy(() -> bus.ask(question, HALT).await())
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem()).isInstanceOf(Problem.Unexpected.class));
    }
  }

  @Test
  void aQuestionThatNobodyAnswersIsUnavailableAtOnce() {
    assertThatThrownBy(() -> bus.ask(Addresses.HALT_GENERATION, HALT).await())
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem()).isInstanceOf(Problem.Unavailable.class));
  }

  @Test
  void storiesOnAVirtualThreadDoNotWaitForEachOther() {
    var gate = Promise.<Void>promise();
    deploy(
        () ->
            bus.answerInStories(
                Addresses.HALT_GENERATION,
                halt -> {
                  if (halt.equals(HALT)) {
                    gate.future().await();
                  } else {
                    gate.complete();
                  }
                  return new Running.Done();
                }),
        ThreadingModel.VIRTUAL_THREAD);

    var first = bus.ask(Addresses.HALT_GENERATION, HALT);
    bus.ask(Addresses.HALT_GENERATION, new Running.Halt(RunId.random())).await();

    assertThat(first.await()).isEqualTo(new Running.Done());
  }

  private void deploy(Supplier<Future<?>> start) {
    deploy(start, ThreadingModel.EVENT_LOOP);
  }

  private void deploy(Supplier<Future<?>> start, ThreadingModel threads) {
    vertx
        .deployVerticle(
            new VerticleBase() {
              @Override
              public Future<?> start() {
                return start.get();
              }
            },
            new DeploymentOptions().setThreadingModel(threads))
        .await();
  }
}
