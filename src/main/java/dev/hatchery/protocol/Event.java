package dev.hatchery.protocol;

import java.time.Instant;

/**
 * What the journal records and what every client gets.
 *
 * @param id its place in the journal: 1, 2, 3 … without a gap
 * @param seq 1, 2, 3 … within the run
 * @param type such as {@code llm_progress}
 * @param milestone whether nothing supersedes it
 * @param ending whether the run is over with it
 * @param data one line of JSON
 */
public record Event(
    long id,
    Subject about,
    long seq,
    String type,
    boolean milestone,
    boolean ending,
    Instant at,
    String data) {

  /** The run that it is about. */
  public RunId runId() {
    return about.runId();
  }
}
