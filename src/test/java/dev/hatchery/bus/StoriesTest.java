package dev.hatchery.bus;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a question whose story is cut off by the end of its verticle. */
class StoriesTest {
  private static final int SOON = 10;

  private final Vertx vertx = Vertx.vertx();
  private final Bus bus = Bus.open(vertx);
  private final Promise<Void> begun = Promise.promise();
  private final Promise<Void> never = Promise.promise();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void itsAskerIsToldAtOnceAndNotAfterItsPatience() throws Exception {
    var verticle = deploy(halt -> cutOff(), Future::succeededFuture);
    var asked = ask();
    soon(begun.future());

    soon(vertx.undeploy(verticle));

    assertUnavailable(asked);
  }

  @Test
  void everyOpenStoryIsToldAndSoIsOneThatHadNotBegun() throws Exception {
    var verticle = deploy(halt -> cutOff(), Future::succeededFuture);
    var asked = IntStream.range(0, 50).mapToObj(i -> ask()).toList();
    soon(begun.future());

    soon(vertx.undeploy(verticle));

    for (var each : asked) {
      assertUnavailable(each);
    }
  }

  @Test
  void aStoryThatEndsWhileItsVerticleStopsIsToldAsItEnded() throws Exception {
    var problem = new Problem.Cancelled("It was told to end.");
    Promise<Void> stopping = Promise.promise();
    Promise<Void> told = Promise.promise();
    var verticle =
        deploy(
            halt -> {
              begun.tryComplete();
              stopping.future().await();
              throw new ProblemException(problem);
            },
            () -> {
              stopping.complete();
              return told.future();
            });
    var asked = ask().onComplete(any -> told.complete());
    soon(begun.future());

    soon(vertx.undeploy(verticle));

    assertThat(problem(asked)).isEqualTo(problem);
  }

  @Test
  void aQuestionThatComesInTheVeryMomentOfTheEndIsAnsweredToo() throws Exception {
    for (int round = 0; round < 20; round++) {
      var verticle = deploy(halt -> cutOff(), Future::succeededFuture);
      var undeployed = vertx.undeploy(verticle);
      var asked = IntStream.range(0, 100).mapToObj(i -> ask()).toList();

      for (var each : asked) {
        assertThat(problem(each)).isInstanceOf(Problem.Unavailable.class);
      }
      soon(undeployed);
    }
  }

  @Test
  void aStoryThatFailsByItsOwnFaultIsNotMistakenForOneThatWasCutOff() throws Exception {
    deploy(
        halt -> {
          throw new IllegalStateException();
        },
        Future::succeededFuture);

    assertThat(problem(ask())).isInstanceOf(Problem.Unexpected.class);
  }

  private Running.Done cutOff() {
    begun.tryComplete();
    never.future().await();
    return new Running.Done();
  }

  private Future<Running.Done> ask() {
    return bus.ask(Addresses.HALT_GENERATION, new Running.Halt(RunId.random()));
  }

  private static void assertUnavailable(Future<?> asked) throws Exception {
    assertThat(problem(asked))
        .isEqualTo(
            new Problem.Unavailable(
                "stopping",
                "A part of Hatchery was stopped before it could answer; try again in a moment."));
  }

  private static Problem problem(Future<?> asked) throws Exception {
    return soon(
        asked.transform(
            ended -> Future.succeededFuture(((ProblemException) ended.cause()).problem())));
  }

  private String deploy(
      Function<Running.Halt, Running.Done> story, Supplier<Future<?>> whenItStops) {
    return vertx
        .deployVerticle(
            new VerticleBase() {
              @Override
              public Future<?> start() {
                return bus.answerInStories(Addresses.HALT_GENERATION, story);
              }

              @Override
              public Future<?> stop() {
                return whenItStops.get();
              }
            },
            new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
        .await();
  }

  private static <T> T soon(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(SOON, TimeUnit.SECONDS);
  }
}
