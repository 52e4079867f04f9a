package dev.hatchery.persistence;

import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.RunId;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Commits in batches without a timer: what arrives while a commit is under way is the next batch,
 * and the first after a rest takes along what arrives in the same turn of the loop. Lives on one
 * event loop.
 */
final class GroupCommit {
  private static final int BATCH_MOST = 256;

  private record Waiting(Journal.Append append, Promise<Journal.Appended> answer) {}

  private final Function<List<Journal.Append>, Future<Batch>> commit;
  private final Consumer<List<Event>> told;
  private final Executor turn;
  private final List<Waiting> waiting = new ArrayList<>();

  /** Runs whose last commit failed in such a way that it may have been done, and nobody told. */
  private final Set<RunId> inDoubt = new HashSet<>();

  private Future<Void> idle = Future.succeededFuture();
  private boolean committing;

  /**
   * A group.
   *
   * @param told hears what was committed, in the order of the ids, before the askers do
   * @param turn runs what it is given after everything that waits for the loop already
   */
  GroupCommit(
      Function<List<Journal.Append>, Future<Batch>> commit,
      Consumer<List<Event>> told,
      Executor turn) {
    this.commit = commit;
    this.told = told;
    this.turn = turn;
  }

  /** Completes when it is on the disk. */
  Future<Journal.Appended> append(Journal.Append append) {
    var answer = Promise.<Journal.Appended>promise();
    waiting.add(new Waiting(append, answer));
    if (!committing) {
      committing = true;
      Promise<Void> begun = Promise.promise();
      idle = begun.future();
      turn.execute(() -> next().onComplete(begun));
    }
    return answer.future();
  }

  /** Completes when nothing is under way. */
  Future<Void> idle() {
    return idle;
  }

  private Future<Void> next() {
    committing = !waiting.isEmpty();
    if (!committing) {
      return Future.succeededFuture();
    }
    var next = waiting.subList(0, Math.min(BATCH_MOST, waiting.size()));
    var batch = List.copyOf(next);
    next.clear();
    return commit(batch).eventually(this::next);
  }

  private Future<Void> commit(List<Waiting> batch) {
    return commit
        .apply(batch.stream().map(Waiting::append).toList())
        .onSuccess(committed -> answer(batch, committed))
        .<Void>mapEmpty()
        .recover(failure -> failed(batch, failure));
  }

  private void answer(List<Waiting> batch, Batch committed) {
    committed.entries().forEach(this::settle);
    var events = committed.events();
    if (!events.isEmpty()) {
      told.accept(events);
    }
    for (var place = 0; place < batch.size(); place++) {
      var entry = committed.entries().get(place);
      var answer = batch.get(place).answer();
      if (entry.refusal == null) {
        answer.complete(new Journal.Appended(entry.ids));
      } else {
        answer.fail(entry.refusal);
      }
    }
  }

  private void settle(Batch.Entry entry) {
    if (inDoubt.remove(entry.append.runId()) && entry.repeated) {
      entry.events = entry.before;
    }
  }

  /** One that cannot be written must not keep the others from it: each goes alone. */
  private Future<Void> failed(List<Waiting> batch, Throwable failure) {
    if (StorageProblem.isOutage(failure)) {
      batch.forEach(one -> inDoubt.add(one.append().runId()));
      batch.forEach(one -> one.answer().fail(failure));
      return Future.succeededFuture();
    }
    if (batch.size() == 1) {
      batch.forEach(one -> one.answer().fail(failure));
      return Future.succeededFuture();
    }
    var alone = Future.<Void>succeededFuture();
    for (var one : batch) {
      alone = alone.compose(before -> commit(List.of(one)));
    }
    return alone;
  }
}
