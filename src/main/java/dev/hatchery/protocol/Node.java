package dev.hatchery.protocol;

import java.time.Duration;
import java.time.Instant;

/**
 * One process of this installation, as the database knows it.
 *
 * @param name unique among those that live, and the same after a restart
 * @param incarnation another one after every start
 * @param address where it serves, such as {@code http://10.0.0.2:8000}
 * @param seenAt when it renewed its lease last, by the database's clock
 * @param left how long its lease still holds, zero once it ran out
 * @param leaving whether it finishes what it works on and begins nothing new
 * @param head the newest event it has heard of; how far that is behind the newest of all is its lag
 */
public record Node(
    String name,
    String incarnation,
    String address,
    String version,
    Instant startedAt,
    Instant seenAt,
    Duration left,
    boolean leaving,
    Leasing.Load load,
    long head) {

  /** Whether it can be counted on. */
  public boolean alive() {
    return left.isPositive();
  }
}
