package dev.hatchery.stream;

import dev.hatchery.protocol.Filter;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All who watch the same: what one of them gets, each gets. */
final class Audience {
  private static final Logger LOG = LoggerFactory.getLogger(Audience.class);

  private final Filter filter;
  private final List<Watcher> watchers = new ArrayList<>();
  private final List<Shown> taken = new ArrayList<>();
  private long last;

  Audience(Filter filter) {
    this.filter = filter;
  }

  Filter filter() {
    return filter;
  }

  List<Watcher> watchers() {
    return watchers;
  }

  boolean isEmpty() {
    return watchers.isEmpty();
  }

  void add(Watcher watcher) {
    watcher.seat = watchers.size();
    watchers.add(watcher);
  }

  /** The last one takes the seat that becomes free. */
  void remove(Watcher watcher) {
    var mover = watchers.removeLast();
    if (mover != watcher) {
      watchers.set(watcher.seat, mover);
      mover.seat = watcher.seat;
    }
  }

  /** Takes an event if it is one of theirs; whether it is the first since they were served. */
  boolean take(Shown shown) {
    if (shown.id() <= last || !filter.takes(shown.event())) {
      return false;
    }
    last = shown.id();
    taken.add(shown);
    return taken.size() == 1;
  }

  /** Gives everybody what was taken. */
  void serve() {
    for (var portion : Portion.of(taken)) {
      serve(portion);
      portion.release();
    }
    taken.clear();
  }

  /**
   * From the end on, for an ending makes watchers leave: who then moves to a free seat was served,
   * or is served twice and takes it once.
   */
  private void serve(Portion portion) {
    for (var seat = watchers.size() - 1; seat >= 0; seat = Math.min(seat, watchers.size()) - 1) {
      var watcher = watchers.get(seat);
      try {
        watcher.fed(portion);
      } catch (RuntimeException e) {
        LOG.error("A watcher could not be fed", e);
        watcher.fail();
      }
    }
  }

  void missed(long fedUpTo) {
    for (var watcher : List.copyOf(watchers)) {
      watcher.missed(fedUpTo);
    }
  }
}
