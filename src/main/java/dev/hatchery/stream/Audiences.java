package dev.hatchery.stream;

import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Streaming.Frame;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whoever watches on one event loop, found by what an event is about: an event costs those nothing
 * who do not watch its run. A run may be watched by a name that nobody bears yet.
 */
public final class Audiences {
  private static final Optional<Owner> ANYBODY = Optional.empty();

  private final Map<Filter, Audience> all = new HashMap<>();
  private final Map<String, List<Audience>> ofText = new HashMap<>();
  private final Map<Long, List<Audience>> ofNumber = new HashMap<>();
  private final Map<Optional<Owner>, List<Audience>> ofOwner = new HashMap<>();
  private final List<Audience> toServe = new ArrayList<>();
  private long head;

  /** Feeds this watcher from now on; it still has to begin. */
  public void add(Watcher watcher) {
    all.computeIfAbsent(watcher.filter(), this::opened).add(watcher);
  }

  /** Feeds this watcher no more; it may be gone already. */
  public void remove(Watcher watcher) {
    if (watcher.end()) {
      var audience = all.get(watcher.filter());
      if (audience != null && watcher.seat >= 0) {
        audience.remove(watcher);
        if (audience.isEmpty()) {
          close(audience);
        }
      }
    }
  }

  /** The last id that was fed. */
  public long head() {
    return head;
  }

  /** The journal has come so far, and nobody need be fed with that. */
  public void start(long place) {
    head = Math.max(head, place);
  }

  /** Who watches now. */
  public Census census() {
    var watchers = new EnumMap<Way, Integer>(Way.class);
    for (var way : Way.values()) {
      watchers.put(way, 0);
    }
    var behind = new ArrayList<Long>();
    for (var audience : all.values()) {
      for (var watcher : audience.watchers()) {
        watchers.merge(watcher.way(), 1, Integer::sum);
        var events = watcher.behind(head);
        if (events > 0) {
          behind.add(events);
        }
      }
    }
    return new Census(watchers, behind);
  }

  /** New frames in the order of their ids; whether anybody takes one of them. */
  public boolean fed(List<Frame> frames) {
    if (frames.isEmpty()) {
      return false;
    }
    if (frames.getFirst().event().id() > head + 1) {
      var fedUpTo = head;
      List.copyOf(all.values()).forEach(audience -> audience.missed(fedUpTo));
    }
    for (var frame : frames) {
      take(frame);
    }
    head = Math.max(head, frames.getLast().event().id());
    var anybody = !toServe.isEmpty();
    toServe.forEach(Audience::serve);
    toServe.clear();
    return anybody;
  }

  private void take(Frame frame) {
    Event event = frame.event();
    var about = event.about();
    var shown = Shown.of(frame);
    take(ofText.get(about.runId().value()), shown);
    if (about.name() != null) {
      take(ofText.get(about.name()), shown);
    }
    if (!ofNumber.isEmpty()) {
      take(ofNumber.get(about.number()), shown);
    }
    take(ofOwner.get(Optional.of(about.owner())), shown);
    take(ofOwner.get(ANYBODY), shown);
  }

  private void take(@Nullable List<Audience> audiences, Shown shown) {
    if (audiences != null) {
      for (var audience : audiences) {
        if (audience.take(shown)) {
          toServe.add(audience);
        }
      }
    }
  }

  private Audience opened(Filter filter) {
    var audience = new Audience(filter);
    var run = filter.run();
    if (run == null) {
      index(ofOwner, Optional.ofNullable(filter.owner()), audience);
    } else {
      index(ofText, run.text(), audience);
      var number = run.number();
      if (number != null) {
        index(ofNumber, number, audience);
      }
    }
    return audience;
  }

  private void close(Audience audience) {
    var filter = audience.filter();
    all.remove(filter);
    var run = filter.run();
    if (run == null) {
      unindex(ofOwner, Optional.ofNullable(filter.owner()), audience);
    } else {
      unindex(ofText, run.text(), audience);
      var number = run.number();
      if (number != null) {
        unindex(ofNumber, number, audience);
      }
    }
  }

  private static <K> void index(Map<K, List<Audience>> map, K key, Audience audience) {
    map.computeIfAbsent(key, first -> new ArrayList<>(1)).add(audience);
  }

  private static <K> void unindex(Map<K, List<Audience>> map, K key, Audience audience) {
    map.computeIfPresent(
        key,
        (same, others) -> {
          others.remove(audience);
          return others.isEmpty() ? null : others;
        });
  }
}
