package dev.hatchery.persistence;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Problem;
import io.vertx.sqlclient.Row;

/**
 * Where a run stands in the journal, and so what may be appended to it.
 *
 * @param ended whether it has had its one ending
 */
record RunPosition(Owner owner, long epoch, long lastSeq, boolean ended) {
  static RunPosition of(Row row) {
    return new RunPosition(
        new Owner(row.getString("owner")),
        row.getLong("epoch"),
        row.getLong("last_seq"),
        row.getLong("finished_at") != null);
  }

  /** Whether this was appended before: a commit whose answer got lost is asked for again. */
  boolean has(Journal.Append append) {
    return !append.drafts().isEmpty() && append.drafts().getLast().seq() <= lastSeq;
  }

  /** Throws a {@link ProblemException} unless the append is this run's next. */
  void requireNext(Journal.Append append) {
    if (append.epoch() != epoch) {
      throw new ProblemException(new Problem.Stale("Somebody else works on this run now."));
    }
    if (ended) {
      throw new ProblemException(new Problem.Stale("This run is over; nothing can follow."));
    }
    var seq = lastSeq;
    for (var draft : append.drafts()) {
      if (draft.seq() != ++seq) {
        throw new ProblemException(
            new Problem.Conflict(
                "seq_gap", "Event %d of the run was to come, not %d.".formatted(seq, draft.seq())));
      }
    }
    if (append.drafts().isEmpty()) {
      throw new ProblemException(
          new Problem.Invalid("no_events", "drafts", "There is nothing to append."));
    }
  }

  RunPosition after(Journal.Append append) {
    var last = append.drafts().getLast();
    return new RunPosition(owner, epoch, last.seq(), last.ending());
  }
}
