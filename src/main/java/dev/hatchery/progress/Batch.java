package dev.hatchery.progress;

import dev.hatchery.protocol.Journal;
import java.util.List;

/**
 * What one append to the journal carries.
 *
 * @param tickets of those who wait for each draft
 */
record Batch(List<Journal.Draft> drafts, List<List<Long>> tickets, Journal.Change change) {
  Batch {
    drafts = List.copyOf(drafts);
    tickets = List.copyOf(tickets);
  }

  /** Whether the run is over with it. */
  boolean ending() {
    return drafts.getLast().ending();
  }
}
