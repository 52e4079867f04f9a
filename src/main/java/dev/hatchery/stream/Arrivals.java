package dev.hatchery.stream;

import dev.hatchery.protocol.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Puts committed events into the order of the journal. Nodes commit in order, but their messages
 * need not arrive so: what comes early waits here, what comes again is ignored.
 */
final class Arrivals {
  private final int earlyMost;
  private final TreeMap<Long, Event> early = new TreeMap<>();
  private long head;

  /**
   * Nothing has arrived yet.
   *
   * @param head the last id that is known already
   * @param earlyMost how many early ones are held; storage has the others too
   */
  Arrivals(long head, int earlyMost) {
    this.head = head;
    this.earlyMost = earlyMost;
  }

  /** The last id up to which everything has arrived. */
  long head() {
    return head;
  }

  /** Whether something waits for its predecessor. */
  boolean gap() {
    return !early.isEmpty();
  }

  /** Takes what arrived and gives what is in order now. */
  List<Event> take(List<Event> arrived) {
    for (var event : arrived) {
      if (event.id() > head) {
        early.put(event.id(), event);
      }
    }
    var ready = new ArrayList<Event>();
    while (!early.isEmpty() && early.firstKey() == head + 1) {
      ready.add(early.pollFirstEntry().getValue());
      head++;
    }
    while (early.size() > earlyMost) {
      early.pollLastEntry();
    }
    return ready;
  }

  /**
   * Storage has nothing between the head and this place: a hole that a restored backup left is
   * passed over.
   */
  List<Event> skipTo(long place) {
    head = Math.max(head, place);
    early.headMap(head, true).clear();
    return take(List.of());
  }
}
