package dev.hatchery.llm.storyteller;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** Says pieces one after another on the context where it was made, until done or cancelled. */
final class Recital {

  private final Vertx vertx;
  private final Context context;
  private final long pace;
  private final Iterator<String> pieces;
  private final Consumer<String> listener;
  private final Promise<Void> ending;

  Recital(Vertx vertx, Duration pace, List<String> pieces, Consumer<String> listener) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.pace = pace.toMillis();
    this.pieces = pieces.iterator();
    this.listener = listener;
    this.ending = Promise.promise();
  }

  Future<Void> begin(Future<Void> cancelled) {
    cancelled.onSuccess(
        nothing -> ending.tryFail(new CancellationException("The writing was cancelled.")));
    context.runOnContext(nothing -> next());
    return ending.future();
  }

  private void next() {
    if (ending.future().isComplete()) {
      return;
    }
    if (!pieces.hasNext()) {
      ending.tryComplete();
      return;
    }
    try {
      listener.accept(pieces.next());
    } catch (RuntimeException broken) {
      ending.tryFail(broken);
      return;
    }
    rest();
  }

  private void rest() {
    if (pace > 0) {
      vertx.setTimer(pace, timer -> next());
    } else {
      context.runOnContext(nothing -> next());
    }
  }
}
