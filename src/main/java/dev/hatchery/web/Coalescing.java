package dev.hatchery.web;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Lets those who want the same costly answer share one. Nobody gets an answer that was begun before
 * they asked: who comes too soon after the last beginning waits for the next. Lives on one event
 * loop.
 */
final class Coalescing<K, V> {
  private final Vertx vertx;
  private final Duration apart;
  private final Map<K, Next<V>> next = new HashMap<>();

  /**
   * Nothing is asked yet.
   *
   * @param apart how soon after another the answer to the same is begun
   */
  Coalescing(Vertx vertx, Duration apart) {
    this.vertx = vertx;
    this.apart = apart;
  }

  /** The next answer; whether anybody waits for it is known by {@code wanted}. */
  private static final class Next<V> {
    private final Promise<V> answer = Promise.promise();
    private boolean wanted;
  }

  /** The answer to what {@code key} stands for, at once where nobody has asked just now. */
  Future<V> ask(K key, Supplier<Future<V>> question) {
    var coming = next.get(key);
    if (coming == null) {
      return begin(key, question);
    }
    coming.wanted = true;
    return coming.answer.future();
  }

  private Future<V> begin(K key, Supplier<Future<V>> question) {
    next.put(key, new Next<>());
    vertx.setTimer(apart.toMillis(), rested -> goOn(key, question));
    return question.get();
  }

  private void goOn(K key, Supplier<Future<V>> question) {
    var coming = next.remove(key);
    if (coming != null && coming.wanted) {
      begin(key, question).onComplete(coming.answer);
    }
  }
}
