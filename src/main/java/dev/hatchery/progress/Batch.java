package dev.hatchery.progress;

import dev.hatchery.protocol.Journal;
import java.util.List;

/** What one append to the journal carries. */
record Batch(List<Journal.Draft> drafts, Journal.Change change) {
  Batch {
    drafts = List.copyOf(drafts);
  }

  /** Whether the run is over with it. */
  boolean ending() {
    return drafts.getLast().ending();
  }

  /** How many milestones are in it. */
  int milestones() {
    return (int) drafts.stream().filter(Journal.Draft::milestone).count();
  }
}
