package dev.hatchery.web;

import dev.hatchery.protocol.Bytes;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Run;
import dev.hatchery.stream.SseFrame;
import dev.hatchery.stream.Watcher;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** One client's stream of one run: greeting, events, beats while nothing happens, the end. */
final class RunStream implements Watcher.Outlet {
  private static final long RETRY_LEAST = 500;
  private static final long RETRY_MOST = 1500;

  private final Feed feed;
  private final SseConnection connection;
  private final Watcher watcher;
  private Run run;
  private boolean asking;

  /**
   * A stream that has not begun.
   *
   * @param run as it is now
   * @param place the last event that the client has seen
   */
  RunStream(Feed feed, SseConnection connection, Run run, long place) {
    this.feed = feed;
    this.connection = connection;
    this.run = run;
    this.watcher = new Watcher(this, Filter.of(run.owner(), run.id()), place);
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
          feed.remove(run.id(), watcher);
          gone.run();
        });
    // Clients that lost a server together should not come back in the same moment.
    connection.write(SseFrame.retry(ThreadLocalRandom.current().nextLong(RETRY_LEAST, RETRY_MOST)));
  }

  /** Sends what the journal has, and goes on with what it gets. */
  void watch() {
    feed.add(run.id(), watcher);
  }

  /** Says that events between two places cannot be had, and how things stand instead. */
  void gap(long from, long to) {
    connection.write(unnumbered("gap", Map.of("from", from, "to", to)));
    connection.write(unnumbered("snapshot", Map.of("runs", List.of(RunJson.of(run)))));
  }

  /** Ends the stream. */
  void end() {
    connection.end();
  }

  SseConnection connection() {
    return connection;
  }

  Run run() {
    return run;
  }

  /** Whether somebody should look how the run stands, and has not begun to. */
  boolean outdated() {
    var first = !asking;
    asking = true;
    return first;
  }

  /** How the run stands. */
  void known(Run now) {
    run = now;
  }

  /** Shows that the stream lives although nothing happens. */
  void beat(Instant now) {
    asking = false;
    var data = new LinkedHashMap<String, Object>();
    data.put("run_id", run.id().value());
    data.put("status", RunJson.name(run.status()));
    data.put("ahead", run.ahead());
    data.put(
        "elapsed_seconds", Math.max(0, now.getEpochSecond() - run.createdAt().getEpochSecond()));
    connection.write(unnumbered("beat", data));
  }

  @Override
  public boolean full() {
    return connection.full();
  }

  @Override
  public void write(Event event, Bytes frame) {
    asking = false;
    connection.write(frame);
    if (event.ending()) {
      end();
    }
  }

  @Override
  public void follow(Journal.Read read) {
    feed.follow(watcher, read);
  }

  private static Bytes unnumbered(String type, Object data) {
    return SseFrame.unnumbered(type, Answer.json(data).toString());
  }
}
