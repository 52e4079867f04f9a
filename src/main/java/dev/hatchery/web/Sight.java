package dev.hatchery.web;

import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Streaming.Followed;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What somebody watches: which events, when that is over, and how things stand. */
interface Sight {
  /** Which events. */
  Filter filter();

  /** Whether nothing follows this event. */
  boolean endsWith(Event event);

  /**
   * Whether nothing follows this place.
   *
   * @param look what was found after it
   */
  boolean endsAt(long place, Followed look);

  /** Whether it is over, wherever somebody stands. */
  boolean over();

  /**
   * Where a client goes on whose cursor lies ahead of the journal.
   *
   * @param head the journal's last id
   */
  long placeInsteadOf(long head);

  /** Looks again how things stand. */
  Future<?> refresh();

  /** How things stand as far as is known: what a beat says. */
  Map<String, Object> beat(Instant now);

  /** How things stand, for whoever has missed something: the runs of a snapshot. */
  Future<List<RunJson>> snapshot();
}
