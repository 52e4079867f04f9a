package dev.hatchery.web;

import static java.util.Locale.ROOT;

import dev.hatchery.bus.Bus;
import dev.hatchery.metrics.Metrics;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Streaming;
import dev.hatchery.protocol.Streaming.Followed;
import dev.hatchery.protocol.Streaming.Frame;
import dev.hatchery.stream.Audiences;
import dev.hatchery.stream.Watcher;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Passes this node's feed on to the watchers of one web verticle. */
final class Feed {
  private static final Duration BREATH = Duration.ofMillis(500);

  /** How old what is measured of the watchers may be. */
  private static final Duration CENSUS = Duration.ofSeconds(1);

  private static final long MILLISECOND = Duration.ofMillis(1).toNanos();

  /** A shorter rest than this, in nanoseconds, is none. */
  private static final long REST_LEAST = MILLISECOND / 2;

  private final Vertx vertx;
  private final Bus bus;
  private final Metrics metrics;
  private final Receipts receipts;
  private final Audiences audiences = new Audiences();
  private List<Frame> gathered = new ArrayList<>();

  /** When the rest after the last serving is over, by {@link System#nanoTime}. */
  private long restedAt = System.nanoTime();

  Feed(Vertx vertx, Bus bus, Metrics metrics) {
    this.vertx = vertx;
    this.bus = bus;
    this.metrics = metrics;
    this.receipts = new Receipts(metrics);
  }

  /** How long it takes until its watchers get what is emitted. */
  Receipts receipts() {
    return receipts;
  }

  /** Listens from the returned future's completion on. */
  Future<?> open() {
    vertx.setPeriodic(CENSUS.toMillis(), due -> count());
    return bus.listen(Addresses.FED, fed -> gather(fed.frames()))
        .compose(listening -> follow(new Journal.Read(Long.MAX_VALUE, Filter.EVERYTHING, 1)))
        .onSuccess(followed -> audiences.start(followed.head()));
  }

  /**
   * What came while this loop was busy waits behind this, and goes out with it in one portion.
   * After a serving that took long there is a rest as long as it, so that those who wait for its
   * end may say something first: the more there is to do, the less each event costs.
   */
  private void gather(List<Frame> frames) {
    if (gathered.isEmpty()) {
      var rest = restedAt - System.nanoTime();
      if (rest < REST_LEAST) {
        vertx.runOnContext(next -> serve());
      } else {
        vertx.setTimer(Math.ceilDiv(rest, MILLISECOND), rested -> serve());
      }
    }
    gathered.addAll(frames);
  }

  private void serve() {
    var frames = gathered;
    gathered = new ArrayList<>();
    var began = System.nanoTime();
    var anybody = audiences.fed(frames);
    var now = System.nanoTime();
    receipts.served(frames.getLast().event().id(), anybody, now);
    restedAt = now + (now - began);
  }

  private void count() {
    var census = audiences.census();
    Map<String, Integer> watchers = new HashMap<>();
    census.watchers().forEach((way, many) -> watchers.put(way.name().toLowerCase(ROOT), many));
    metrics.watched(this, watchers, census.behind());
  }

  /** Watchers of its are told no more. */
  void close() {
    metrics.watched(this, Map.of(), List.of());
  }

  /** So many ticks were left out for somebody who lags. */
  void conflated(int ticks) {
    metrics.conflatedForWatchers(ticks);
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
