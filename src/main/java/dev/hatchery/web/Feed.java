package dev.hatchery.web;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.Streaming;
import dev.hatchery.protocol.Streaming.Frame;
import dev.hatchery.stream.Watcher;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Passes this node's feed on to the watchers of one web verticle. */
final class Feed {
  private static final Duration BREATH = Duration.ofMillis(500);

  private final Vertx vertx;
  private final Bus bus;
  private final Map<RunId, Set<Watcher>> watchers = new HashMap<>();
  private long head;

  Feed(Vertx vertx, Bus bus) {
    this.vertx = vertx;
    this.bus = bus;
  }

  /** Listens from the returned future's completion on. */
  Future<?> open() {
    return bus.listen(Addresses.FED, fed -> fed(fed.frames()))
        .compose(listening -> follow(new Journal.Read(Long.MAX_VALUE, Filter.EVERYTHING, 1)))
        .onSuccess(followed -> head = Math.max(head, followed.head()));
  }

  /** Feeds this watcher with its run's events until it is removed. */
  void add(RunId run, Watcher watcher) {
    watchers.computeIfAbsent(run, first -> new LinkedHashSet<>()).add(watcher);
    watcher.begin();
  }

  /** Feeds this watcher no more; it may be gone already. */
  void remove(RunId run, Watcher watcher) {
    watcher.end();
    watchers.computeIfPresent(
        run,
        (id, others) -> {
          others.remove(watcher);
          return others.isEmpty() ? null : others;
        });
  }

  /** What follows a place, for whoever looks before watching. */
  Future<Streaming.Followed> follow(Journal.Read read) {
    return bus.ask(Addresses.FOLLOW, new Streaming.Follow(read));
  }

  /** What follows a place, for this watcher; asked again until there is an answer. */
  void follow(Watcher watcher, Journal.Read read) {
    follow(read)
        .onSuccess(followed -> watcher.followed(followed, head))
        .onFailure(failure -> vertx.setTimer(BREATH.toMillis(), waited -> watcher.unanswered()));
  }

  private void fed(List<Frame> frames) {
    if (frames.isEmpty()) {
      return;
    }
    if (frames.getFirst().event().id() > head + 1) {
      everybody().forEach(watcher -> watcher.missed(head));
    }
    for (var frame : frames) {
      head = Math.max(head, frame.event().id());
      // A copy, for an ending makes its watchers leave.
      for (var watcher : List.copyOf(watchers.getOrDefault(frame.event().runId(), Set.of()))) {
        watcher.fed(frame);
      }
    }
  }

  private List<Watcher> everybody() {
    return watchers.values().stream().flatMap(Set::stream).toList();
  }
}
