package dev.hatchery.web;

import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Streaming.Followed;
import dev.hatchery.stream.Portion;
import dev.hatchery.stream.Shown;
import dev.hatchery.stream.Watcher;
import dev.hatchery.stream.Way;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One client's stream: greeting, events, beats while nothing happens, the end. */
final class SightStream implements Watcher.Outlet {
  private final Feed feed;
  private final Connection connection;
  private final Sight sight;
  private final Watcher watcher;
  private boolean asking;

  /**
   * A stream that has not begun.
   *
   * @param place the last event that the client has seen
   */
  SightStream(Feed feed, Connection connection, Sight sight, long place) {
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
    connection.greet();
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
    connection.say("gap", Map.of("from", from, "to", to));
    connection.say("snapshot", Map.of("runs", runs));
  }

  /** Ends the stream. */
  void end() {
    connection.end();
  }

  Connection connection() {
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
    connection.say("beat", sight.beat(now));
  }

  @Override
  public boolean full() {
    return connection.full();
  }

  @Override
  public void write(Shown shown) {
    asking = false;
    connection.write(shown);
    if (sight.endsWith(shown.event())) {
      end();
    }
  }

  @Override
  public void write(Portion portion) {
    connection.write(portion);
    wrote(portion);
  }

  @Override
  public void catchUp(Portion portion) {
    connection.catchUp(portion);
    wrote(portion);
  }

  private void wrote(Portion portion) {
    asking = false;
    if (portion.ends()
        && portion.shown().stream().anyMatch(shown -> sight.endsWith(shown.event()))) {
      end();
    }
  }

  @Override
  public Way way() {
    return connection.way();
  }

  @Override
  public void conflated(int ticks) {
    feed.conflated(ticks);
  }

  @Override
  public void follow(Journal.Read read) {
    feed.follow(watcher, read);
  }

  @Override
  public void fail() {
    connection.cut();
  }
}
