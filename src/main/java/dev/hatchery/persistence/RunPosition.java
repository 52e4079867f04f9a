package dev.hatchery.persistence;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.Subject;
import io.vertx.sqlclient.Row;
import java.sql.SQLException;

/**
 * Where a run stands in the journal, and so what may be appended to it.
 *
 * @param ended whether it has had its one ending
 */
record RunPosition(Subject about, long epoch, long lastSeq, boolean ended) {
  static RunPosition of(Cells row) throws SQLException {
    return new RunPosition(
        new Subject(
            new RunId(row.text("run_id")),
            row.number("number"),
            new Owner(row.text("owner")),
            RunRow.kind(row.text("kind")),
            (String) row.get("name")),
        row.number("epoch"),
        row.number("last_seq"),
        row.get("finished_at") != null);
  }

  /** The run of a row that has what watchers choose by. */
  static Subject subject(Row row) {
    return new Subject(
        new RunId(row.getString("run_id")),
        row.getLong("number"),
        new Owner(row.getString("owner")),
        RunRow.kind(row.getString("kind")),
        row.getString("name"));
  }

  /** Whether this may have been appended before: a commit whose answer got lost. */
  boolean mayHave(Journal.Append append) {
    return append.again() && passed(append);
  }

  private boolean passed(Journal.Append append) {
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
    if (passed(append)) {
      throw new ProblemException(new Problem.Stale("Another node was quicker with this run."));
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
    return new RunPosition(about, epoch, last.seq(), last.ending());
  }
}
