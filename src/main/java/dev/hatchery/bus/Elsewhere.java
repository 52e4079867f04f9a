package dev.hatchery.bus;

import dev.hatchery.protocol.Question;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Those who wait for the answer of one other node. When that one leaves they are told at once, and
 * not when their patience ends.
 */
final class Elsewhere {
  private final Set<Asked> open = ConcurrentHashMap.newKeySet();

  /** Somebody who waits; each is another. */
  private static final class Asked {
    private final Question<?, ?> question;
    private final Promise<Void> left = Promise.promise();

    private Asked(Question<?, ?> question) {
      this.question = question;
    }

    private boolean of(Collection<String> nodes) {
      var address = question.address();
      return nodes.contains(address.substring(address.lastIndexOf('@') + 1));
    }
  }

  /** The answer, or that nobody is there any more to give it. */
  <A> Future<A> answered(Question<?, ?> question, Future<A> answer) {
    if (!question.toOneNode()) {
      return answer;
    }
    var asked = new Asked(question);
    open.add(asked);
    Promise<A> first = Promise.promise();
    answer.onSuccess(first::tryComplete).onFailure(first::tryFail);
    asked.left.future().onFailure(first::tryFail);
    return first.future().onComplete(any -> open.remove(asked));
  }

  /** No other nodes are there than these. */
  void present(Collection<String> nodes) {
    open.stream()
        .filter(asked -> !asked.of(nodes))
        .forEach(asked -> asked.left.tryFail(Bus.noAnswer(asked.question)));
  }
}
