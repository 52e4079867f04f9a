package dev.hatchery.progress;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Problem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A journal that fails or dawdles as it is told. */
final class FakeJournal {
  final List<Journal.Append> asked = new CopyOnWriteArrayList<>();
  final List<Journal.Draft> written = new CopyOnWriteArrayList<>();
  final Queue<Problem> problems = new ConcurrentLinkedQueue<>();
  volatile Future<Void> ready = Future.succeededFuture();
  private final AtomicLong lastId = new AtomicLong(1000);

  /** Appends dawdle until the promise is kept. */
  Promise<Void> dawdle() {
    Promise<Void> promise = Promise.promise();
    ready = promise.future();
    return promise;
  }

  List<String> types() {
    return written.stream().map(Journal.Draft::type).toList();
  }

  Future<Journal.Appended> append(Journal.Append append) {
    asked.add(append);
    var problem = problems.poll();
    return problem != null
        ? Future.failedFuture(new ProblemException(problem))
        : ready.map(go -> write(append));
  }

  private Journal.Appended write(Journal.Append append) {
    written.addAll(append.drafts());
    return new Journal.Appended(
        append.drafts().stream().map(draft -> lastId.incrementAndGet()).toList());
  }
}
