package dev.hatchery.llm;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * Spares an ill model: when half of the last writings failed, none is tried for a while, then one.
 */
final class Breaker {
  static final Duration REST = Duration.ofSeconds(30);

  private static final int REMEMBERED = 10;
  private static final int JUDGED_FROM = 4;

  private final LongSupplier nanos;
  private final Deque<Boolean> illnesses = new ArrayDeque<>();
  private boolean resting;
  private long restsUntil;
  private boolean trying;

  /**
   * One that is closed.
   *
   * @param nanos whatever the wall clock does, as {@link System#nanoTime}
   */
  Breaker(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Whether to ask now; after a rest only one may, until its outcome is known. */
  boolean allows() {
    if (!resting) {
      return true;
    }
    var tries = !trying && nanos.getAsLong() - restsUntil >= 0;
    trying |= tries;
    return tries;
  }

  /** Remembers how a writing ended that was allowed. */
  void ended(boolean ill) {
    if (trying) {
      illnesses.clear();
      resting = false;
    }
    illnesses.addLast(ill);
    if (illnesses.size() > REMEMBERED) {
      illnesses.removeFirst();
    }
    if (ill && (trying || mostlyIll())) {
      resting = true;
      restsUntil = nanos.getAsLong() + REST.toNanos();
    }
    trying = false;
  }

  /** A writing that was allowed ended without saying anything about the model. */
  void forgotten() {
    trying = false;
  }

  private boolean mostlyIll() {
    var ill = illnesses.stream().filter(illness -> illness).count();
    return illnesses.size() >= JUDGED_FROM && ill * 2 >= illnesses.size();
  }
}
