package dev.hatchery.task;

import dev.hatchery.protocol.Emitting;
import dev.hatchery.protocol.Owner;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Asks storage for many at a time: who asks while an answer is under way is asked for next. */
final class Lookup {
  private record Waiting(
      Owner owner, List<String> keys, Promise<Map<String, Emitting.Recorded>> answer) {}

  private final Function<Emitting.Recall, Future<Emitting.Recalled>> storage;
  private List<Waiting> waiting = new ArrayList<>();
  private boolean asking;

  Lookup(Function<Emitting.Recall, Future<Emitting.Recalled>> storage) {
    this.storage = storage;
  }

  /** Those of the keys that are known. */
  Future<Map<String, Emitting.Recorded>> recall(Owner owner, List<String> keys) {
    Promise<Map<String, Emitting.Recorded>> answer = Promise.promise();
    waiting.add(new Waiting(owner, keys, answer));
    if (!asking) {
      next();
    }
    return answer.future();
  }

  private void next() {
    asking = !waiting.isEmpty();
    if (asking) {
      var together = waiting;
      waiting = new ArrayList<>();
      var byOwner = new HashMap<Owner, List<Waiting>>();
      together.forEach(
          one -> byOwner.computeIfAbsent(one.owner(), owner -> new ArrayList<>()).add(one));
      Future.join(byOwner.entrySet().stream().map(e -> ask(e.getKey(), e.getValue())).toList())
          .onComplete(done -> next());
    }
  }

  private Future<Emitting.Recalled> ask(Owner owner, List<Waiting> those) {
    var keys = those.stream().flatMap(one -> one.keys().stream()).toList();
    return storage
        .apply(new Emitting.Recall(owner, keys))
        .onSuccess(recalled -> answer(those, recalled))
        .onFailure(failure -> those.forEach(one -> one.answer().fail(failure)));
  }

  private static void answer(List<Waiting> those, Emitting.Recalled recalled) {
    var known = new HashMap<String, Emitting.Recorded>();
    recalled.recorded().forEach(recorded -> known.put(recorded.mark().key(), recorded));
    those.forEach(one -> one.answer().complete(known));
  }
}
