package dev.hatchery.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreakerTest {
  /** Goes round while it counts, as it may. */
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);

  private final Breaker breaker = new Breaker(now::get);

  @Test
  void fewFailuresAreNoJudgement() {
    ended(true, true, true);

    assertThat(breaker.allows()).isTrue();
  }

  @Test
  void halfOfTheLastTenIsEnough() {
    ended(false, false, false, false, false, true, true, true, true);
    assertThat(breaker.allows()).isTrue();

    ended(true);
    assertThat(breaker.allows()).isFalse();
  }

  @Test
  void afterTheRestOneIsTriedAndDecides() {
    ended(true, true, true, true);
    now.addAndGet(Breaker.REST.toNanos());
    assertThat(breaker.allows()).isTrue();
    assertThat(breaker.allows()).isFalse();

    ended(true);
    assertThat(breaker.allows()).isFalse();

    now.addAndGet(Breaker.REST.toNanos());
    assertThat(breaker.allows()).isTrue();
    ended(false);
    assertThat(breaker.allows()).isTrue();
    assertThat(breaker.allows()).isTrue();
  }

  @Test
  void aCancelledTryDecidesNothing() {
    ended(true, true, true, true);
    now.addAndGet(Breaker.REST.toNanos());
    assertThat(breaker.allows()).isTrue();

    breaker.forgotten();

    assertThat(breaker.allows()).isTrue();
  }

  @Test
  void aTryThatEndsAsNobodyForesawIsNotTheLast() {
    ended(true, true, true, true);
    now.addAndGet(Breaker.REST.toNanos());
    var bug = new IllegalStateException("a bug");
    var down = ModelException.lasting(Trouble.DOWN, "It is down.");
    var model = new Failing(new ArrayDeque<>(List.of(bug, down)));

    try (var desk = new Desk(vertx -> model, Desk.PATIENT, breaker)) {
      assertThat(desk.problem().code()).isEqualTo("unexpected");
      desk.problem();
      assertThat(model.failures).isEmpty();
    }
  }

  private record Failing(Queue<RuntimeException> failures) implements LanguageModel {
    @Override
    public String name() {
      return "failing";
    }

    @Override
    public Future<Void> write(Commission asked, Listener listener, Future<Void> cancelled) {
      throw failures.remove();
    }
  }

  private void ended(boolean... ill) {
    for (var each : ill) {
      breaker.ended(each);
    }
  }
}
