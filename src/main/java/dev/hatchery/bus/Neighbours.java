package dev.hatchery.bus;

import dev.hatchery.protocol.Message;
import dev.hatchery.protocol.Question;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Those of this node who answer questions on a context of theirs. They are asked there directly:
 * the event bus gives every question a timer and every answer an address, which costs more than
 * most of what is asked for. As over the bus, a question waits its turn and so does the answer, so
 * that nothing overtakes what was said before it.
 */
final class Neighbours {
  private static final Duration LOOK = Duration.ofMillis(250);

  private final Vertx vertx;
  private final Map<String, List<Neighbour<?, ?>>> byAddress = new ConcurrentHashMap<>();
  private final Set<Asked<?>> open = ConcurrentHashMap.newKeySet();

  Neighbours(Vertx vertx) {
    this.vertx = vertx;
    vertx.setPeriodic(LOOK.toMillis(), look -> giveUp());
  }

  /**
   * Somebody who answers.
   *
   * @param handler never throws
   */
  record Neighbour<Q extends Message, A extends Message>(
      Question<Q, A> question, Context context, Function<Q, Future<A>> handler) {}

  /** Somebody who waits for an answer; each is another. */
  private static final class Asked<A> {
    private final Question<?, ?> question;
    private final Context asker;
    private final Promise<A> answer;
    private final long since = System.nanoTime();

    private Asked(Question<?, ?> question, Context asker) {
      this.question = question;
      this.asker = asker;
      // Of its context, so that a timeout which the asker sets is heard there, too.
      this.answer = ((ContextInternal) asker).promise();
    }

    private boolean patient(long now) {
      return now - since < question.patience().toNanos();
    }

    private void giveUp() {
      asker.runOnContext(late -> answer.tryFail(Bus.noAnswer(question)));
    }
  }

  void add(Neighbour<?, ?> neighbour) {
    byAddress.merge(
        neighbour.question().address(),
        List.of(neighbour),
        (before, added) -> Stream.concat(before.stream(), added.stream()).toList());
  }

  void remove(Neighbour<?, ?> neighbour) {
    byAddress.computeIfPresent(
        neighbour.question().address(),
        (address, all) -> {
          var left = all.stream().filter(other -> !other.equals(neighbour)).toList();
          return left.isEmpty() ? null : left;
        });
  }

  /** Who answers this here, or null unless it is exactly one. */
  @SuppressWarnings("unchecked")
  <Q extends Message, A extends Message> @Nullable Neighbour<Q, A> only(Question<Q, A> question) {
    var all = byAddress.get(question.address());
    return all == null || all.size() != 1 ? null : (Neighbour<Q, A>) all.getFirst();
  }

  /** The answer, or its failure, on the asker's context. */
  <Q extends Message, A extends Message> Future<A> ask(Neighbour<Q, A> neighbour, Q question) {
    var asked = new Asked<A>(neighbour.question(), vertx.getOrCreateContext());
    open.add(asked);
    neighbour
        .context()
        .runOnContext(
            turn ->
                neighbour.handler().apply(question).onComplete(answer -> answered(asked, answer)));
    return asked.answer.future();
  }

  private <A> void answered(Asked<A> asked, AsyncResult<A> answer) {
    open.remove(asked);
    asked.asker.runOnContext(
        turn -> {
          if (answer.succeeded()) {
            asked.answer.tryComplete(answer.result());
          } else {
            asked.answer.tryFail(answer.cause());
          }
        });
  }

  private void giveUp() {
    var now = System.nanoTime();
    for (var asked : List.copyOf(open)) {
      if (!asked.patient(now) && open.remove(asked)) {
        asked.giveUp();
      }
    }
  }
}
