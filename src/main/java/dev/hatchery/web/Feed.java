package dev.hatchery.web;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Streaming;
import dev.hatchery.protocol.Streaming.Followed;
import dev.hatchery.stream.Audiences;
import dev.hatchery.stream.Watcher;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;

/** Passes this node's feed on to the watchers of one web verticle. */
final class Feed {
  private static final Duration BREATH = Duration.ofMillis(500);

  private final Vertx vertx;
  private final Bus bus;
  private final Audiences audiences = new Audiences();

  Feed(Vertx vertx, Bus bus) {
    this.vertx = vertx;
    this.bus = bus;
  }

  /** Listens from the returned future's completion on. */
  Future<?> open() {
    return bus.listen(Addresses.FED, fed -> audiences.fed(fed.frames()))
        .compose(listening -> follow(new Journal.Read(Long.MAX_VALUE, Filter.EVERYTHING, 1)))
        .onSuccess(followed -> audiences.start(followed.head()));
  }

  /** Feeds this watcher with what its filter takes until it is removed. */
  void add(Watcher watcher) {
    audiences.add(watcher);
    watcher.begin();
  }

  /**
   * The same for one whose first stretch was read already.
   *
   * @param first the answer to {@link Watcher#first}, or the newest events
   */
  void add(Watcher watcher, Followed first) {
    audiences.add(watcher);
    watcher.followed(first, audiences.head());
  }

  /** Feeds this watcher no more; it may be gone already. */
  void remove(Watcher watcher) {
    audiences.remove(watcher);
  }

  /** What follows a place, for whoever looks before watching. */
  Future<Followed> follow(Journal.Read read) {
    return bus.ask(Addresses.FOLLOW, new Streaming.Follow(read));
  }

  /**
   * The newest events, oldest of them first.
   *
   * @param limit how many at most, 0 to 1,000
   */
  Future<Followed> newest(Filter filter, int limit) {
    return bus.ask(Addresses.NEWEST, new Streaming.Newest(filter, limit));
  }

  /** What follows a place, for this watcher; asked again until there is an answer. */
  void follow(Watcher watcher, Journal.Read read) {
    follow(read)
        .onSuccess(followed -> watcher.followed(followed, audiences.head()))
        .onFailure(failure -> vertx.setTimer(BREATH.toMillis(), waited -> watcher.unanswered()));
  }
}
