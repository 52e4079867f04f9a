package dev.hatchery.progress;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Progress;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who waits for what of a run to be in the journal, by their tickets. */
final class Askers {
  private final Map<Long, Promise<Progress.Reached>> waiting = new LinkedHashMap<>();
  private long last;

  /** A ticket that nobody has. */
  long ticket() {
    return ++last;
  }

  /** Somebody waits by this ticket. */
  Future<Progress.Reached> waiting(long ticket) {
    Promise<Progress.Reached> asker = Promise.promise();
    waiting.put(ticket, asker);
    return asker.future();
  }

  /** What these tickets are for is in the journal. */
  void answer(List<Long> tickets, Progress.Reached reached) {
    for (var ticket : tickets) {
      var asker = waiting.remove(ticket);
      if (asker != null) {
        asker.complete(reached);
      }
    }
  }

  /** Nothing more gets into the journal. */
  void refuse(Problem problem) {
    var refused = List.copyOf(waiting.values());
    waiting.clear();
    refused.forEach(asker -> asker.fail(new ProblemException(problem)));
  }
}
