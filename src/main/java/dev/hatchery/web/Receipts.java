package dev.hatchery.web;

import dev.hatchery.metrics.Metrics;
import java.time.Duration;

/**
 * How long it takes from the arrival of an emit to the sockets of those who watch it. A sample: of
 * each request its last event, and of the watchers those on the event loop that it came to. So
 * nothing travels with an event for this, and a delivery costs nothing more. Lives on that loop.
 */
final class Receipts {
  private static final int REMEMBERED = 64;

  private final Metrics metrics;

  /** The last servings in a circle: up to which id each went, and when; 0 where nobody took one. */
  private final long[] lastIds = new long[REMEMBERED];

  private final long[] times = new long[REMEMBERED];
  private long servings;

  /** One that was acknowledged before it was served, 0 for none; others are let go meanwhile. */
  private long awaited;

  private long awaitedSince;

  Receipts(Metrics metrics) {
    this.metrics = metrics;
  }

  /**
   * Everything up to this id was written to whoever takes it.
   *
   * @param anybody whether somebody took any of what is new
   * @param now by {@link System#nanoTime}
   */
  void served(long lastId, boolean anybody, long now) {
    var place = place(servings++);
    lastIds[place] = lastId;
    times[place] = anybody ? now : 0;
    if (awaited != 0 && awaited <= lastId) {
      observe(awaitedSince, times[place]);
      awaited = 0;
    }
  }

  /**
   * An emit was acknowledged.
   *
   * @param id of its last event
   * @param came when it came, by {@link System#nanoTime}
   */
  void acknowledged(long id, long came) {
    var oldest = Math.max(0, servings - REMEMBERED);
    for (var serving = servings - 1; serving >= oldest; serving--) {
      if (lastIds[place(serving)] < id) {
        foundAfter(serving, id, came);
        return;
      }
    }
    if (oldest == 0) {
      foundAfter(-1, id, came);
    }
  }

  /** The serving after this one has it, or is still to come. */
  private void foundAfter(long serving, long id, long came) {
    if (serving + 1 < servings) {
      observe(came, times[place(serving + 1)]);
    } else if (awaited == 0) {
      awaited = id;
      awaitedSince = came;
    }
  }

  private static int place(long serving) {
    return (int) (serving % REMEMBERED);
  }

  private void observe(long came, long written) {
    if (written != 0) {
      metrics.received(Duration.ofNanos(written - came));
    }
  }
}
