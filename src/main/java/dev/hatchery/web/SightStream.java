package dev.hatchery.web;

import dev.hatchery.protocol.Bytes;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Streaming.Followed;
import dev.hatchery.stream.Portion;
import dev.hatchery.stream.Shown;
import dev.hatchery.stream.SseFrame;
import dev.hatchery.stream.Watcher;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** One client's stream: greeting, events, beats while nothing happens, the end. */
final class SightStream implements Watcher.Outlet {
  private static final long RETRY_LEAST = 500;
  private static final long RETRY_MOST = 1500;

  private final Feed feed;
  private final SseConnection connection;
  private final Sight sight;
  private final Watcher watcher;
  private boolean asking;

  /**
   * A stream that has not begun.
   *
   * @param place the last event that the client has seen
   */
  SightStream(Feed feed, SseConnection connection, Sight sight, long place) {
    this.feed = feed;
    this.connection = connection;
    this.sight = sight;
    this.watcher = new Watcher(this, sight.filter(), place);
  }

  /**
   * Starts.
   *
   * @param gone runs once when it is over, whoever ended it
   */
  void begin(Runnable gone) {
    connection.on(
        watcher::drained,
        () -> {
          feed.remove(watcher);
          gone.run();
        });
    // Clients that lost a server together should not come back in the same moment.
    connection.write(SseFrame.retry(ThreadLocalRandom.current().nextLong(RETRY_LEAST, RETRY_MOST)));
  }

  /** Sends what was read already, and goes on with what it gets. */
  void watch(Followed first) {
    feed.add(watcher, first);
  }

  /** Sends what the journal has, and goes on with what it gets. */
  void watch() {
    feed.add(watcher);
  }

  /** Says that events between two places cannot be had, and how things stand instead. */
  void gap(long from, long to, List<RunJson> runs) {
    connection.write(unnumbered("gap", Map.of("from", from, "to", to)));
    connection.write(unnumbered("snapshot", Map.of("runs", runs)));
  }

  /** Ends the stream. */
  void end() {
    connection.end();
  }

  SseConnection connection() {
    return connection;
  }

  /** Looks how things stand, once before each beat. */
  void refresh() {
    if (!asking) {
      asking = true;
      var unused = sight.refresh();
    }
  }

  /** Shows that the stream lives although nothing happens. */
  void beat(Instant now) {
    asking = false;
    connection.write(unnumbered("beat", sight.beat(now)));
  }

  @Override
  public boolean full() {
    return connection.full();
  }

  @Override
  public void write(Shown shown) {
    asking = false;
    connection.write(shown.sse());
    if (sight.endsWith(shown.event())) {
      end();
    }
  }

  @Override
  public void write(Portion portion) {
    asking = false;
    connection.write(portion);
    if (portion.ends() && portion.shown().stream().map(Shown::event).anyMatch(sight::endsWith)) {
      end();
    }
  }

  @Override
  public void follow(Journal.Read read) {
    feed.follow(watcher, read);
  }

  @Override
  public void fail() {
    connection.cut();
  }

  private static Bytes unnumbered(String type, Object data) {
    return SseFrame.unnumbered(type, Answer.json(data).toString());
  }
}
