package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CoalescingTest {
  private final Vertx vertx = Vertx.vertx();
  private final Context loop = vertx.getOrCreateContext();
  private final AtomicInteger begun = new AtomicInteger();

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void whoAsksFirstIsAnsweredAtOnceAndAllWhoComeTooSoonShareTheNextAnswer() {
    var coalescing = new Coalescing<String, Integer>(vertx, Duration.ofMillis(50));

    var answers = onLoop(() -> asking(coalescing, 200));

    assertThat(answers.getFirst().result()).isEqualTo(1);
    await().until(() -> answers.stream().allMatch(Future::succeeded));
    assertThat(answers.stream().skip(1)).allMatch(answer -> answer.result() == 2);
    assertThat(begun).hasValue(2);
  }

  @Test
  void anotherKeyIsAnotherQuestion() {
    var coalescing = new Coalescing<String, Integer>(vertx, Duration.ofDays(1));

    var ada = onLoop(() -> coalescing.ask("ada", this::counted));
    var bob = onLoop(() -> coalescing.ask("bob", this::counted));

    assertThat(List.of(ada.result(), bob.result())).containsExactly(1, 2);
  }

  @Test
  void afterARestWhoAsksIsAnsweredAtOnceAgain() {
    var coalescing = new Coalescing<String, Integer>(vertx, Duration.ofMillis(1));
    onLoop(() -> coalescing.ask("ada", this::counted));

    await().until(() -> onLoop(() -> coalescing.ask("ada", this::counted).isComplete()));
  }

  private List<Future<Integer>> asking(Coalescing<String, Integer> coalescing, int times) {
    var answers = new ArrayList<Future<Integer>>();
    for (var i = 0; i < times; i++) {
      answers.add(coalescing.ask("ada", this::counted));
    }
    return answers;
  }

  private Future<Integer> counted() {
    return Future.succeededFuture(begun.incrementAndGet());
  }

  private <T> T onLoop(Callable<T> work) {
    Promise<T> done = Promise.promise();
    loop.runOnContext(
        turn -> {
          try {
            done.complete(work.call());
          } catch (Exception e) {
            done.fail(e);
          }
        });
    return done.future().toCompletionStage().toCompletableFuture().join();
  }
}
