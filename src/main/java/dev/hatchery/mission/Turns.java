package dev.hatchery.mission;

import dev.hatchery.protocol.RunId;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Lets the words of an owner on one mission come to their end one after the other, so that of two
 * at once the second sees what the first has done. Lives on one virtual-thread verticle.
 */
final class Turns {
  private final Map<RunId, Future<Void>> last = new HashMap<>();

  /** Waits for the turn, then for what is done in it. */
  <T> T take(RunId mission, Supplier<T> doing) {
    var before = last.getOrDefault(mission, Future.succeededFuture());
    Promise<Void> over = Promise.promise();
    last.put(mission, over.future());
    try {
      before.await();
      return doing.get();
    } finally {
      last.remove(mission, over.future());
      over.complete();
    }
  }
}
