package dev.hatchery.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Message;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Question;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.Running;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
  void anAnswerThatDoesNotComeIsUnavailableWhenPatienceIsAtItsEnd() {
    for (var open : List.of(bus, Bus.openToOnlookers(Vertx.vertx()))) {
      var impatient = impatient(Addresses.HALT_GENERATION, Duration.ofMillis(300));
      open.answerLater(impatient, halt -> Promise.<Running.Done>promise().future()).await();

      assertThatThrownBy(() -> open.ask(impatient, HALT).await())
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem()).isInstanceOf(Problem.Unavailable.class));
    }
  }

  /** As all do who cancel what they have not set yet. */
  @Test
  void whoCancelsTheTimerZeroTakesNobodysPatience() {
    vertx.cancelTimer(0);
    var impatient = impatient(Addresses.HALT_GENERATION, Duration.ofMillis(300));
    bus.answerLater(impatient, halt -> Promise.<Running.Done>promise().future()).await();
    var answer = bus.ask(impatient, HALT);

    await().until(answer::failed);
  }

  @Test
  void whoWaitsNoLongerHearsOfItOnTheirOwnContext() {
    deploy(
        () ->
            bus.answerLater(
                Addresses.HALT_GENERATION, halt -> Promise.<Running.Done>promise().future()));
    var context = vertx.getOrCreateContext();
    var heard = new CompletableFuture<Context>();

    context.runOnContext(
        asking ->
            bus.ask(Addresses.HALT_GENERATION, HALT)
                .timeout(1, TimeUnit.MILLISECONDS)
                .onFailure(late -> heard.complete(Vertx.currentContext())));

    assertThat(heard.join()).isSameAs(context);
  }

  @Test
  void whoEndsIsAskedNoMore() {
    var id = deploy(() -> bus.answer(Addresses.HALT_GENERATION, halt -> new Running.Done()));
    bus.ask(Addresses.HALT_GENERATION, HALT).await();
    vertx.undeploy(id).await();

    await().untilAsserted(() -> assertThat(refused(Addresses.HALT_GENERATION)).isTrue());
  }

  @Test
  void severalWhoAnswerTheSameTakeTurns() {
    var asked = new ConcurrentLinkedQueue<Integer>();
    for (var one : List.of(1, 2)) {
      deploy(
          () ->
              bus.answer(
                  Addresses.HALT_GENERATION,
                  halt -> {
                    asked.add(one);
                    return new Running.Done();
                  }));
    }
    bus.ask(Addresses.HALT_GENERATION, HALT).await();
    bus.ask(Addresses.HALT_GENERATION, HALT).await();

    assertThat(asked).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void questionsAreAnsweredInTheOrderOfTheirAskingAndOnTheAskersContext() {
    var heard = new ConcurrentLinkedQueue<RunId>();
    deploy(
        () ->
            bus.answer(
                Addresses.HALT_GENERATION,
                halt -> {
                  heard.add(halt.runId());
                  return new Running.Done();
                }));
    var ids = Stream.generate(RunId::random).limit(100).toList();
    var context = vertx.getOrCreateContext();
    var where = new ConcurrentLinkedQueue<Context>();
    context.runOnContext(
        go ->
            ids.forEach(
                id ->
                    bus.ask(Addresses.HALT_GENERATION, new Running.Halt(id))
                        .onSuccess(done -> where.add(Vertx.currentContext()))));

    await().until(() -> where.size() == ids.size());
    assertThat(heard).containsExactlyElementsOf(ids);
    assertThat(where).containsOnly(context);
  }

  private boolean refused(Question<Running.Halt, Running.Done> question) {
    try {
      bus.ask(question, HALT).await();
      return false;
    } catch (ProblemException e) {
      return e.problem() instanceof Problem.Unavailable;
    }
  }

  private static <Q extends Message, A extends Message> Question<Q, A> impatient(
      Question<Q, A> question, Duration patience) {
    return new Question<>(
        question.address(), question.asks(), question.answers(), patience, question.reach());
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

  private String deploy(Supplier<Future<?>> start) {
    return deploy(start, ThreadingModel.EVENT_LOOP);
  }

  private String deploy(Supplier<Future<?>> start, ThreadingModel threads) {
    return vertx
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
