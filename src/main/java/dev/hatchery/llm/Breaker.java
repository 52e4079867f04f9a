package dev.hatchery.llm;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Spares an ill model: when half of the last writings failed, none is tried for a while, then one.
 */
final class Breaker {
  static final Duration REST = Duration.ofSeconds(30);

  private static final int REMEMBERED = 10;
  private static final int JUDGED_FROM = 4;

  private final InstantSource clock;
  private final Deque<Boolean> illnesses = new ArrayDeque<>();
  private @Nullable Instant restsUntil;
  private boolean trying;

  Breaker(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether to ask now; after a rest only one may, until its outcome is known. */
  boolean allows() {
    if (restsUntil == null) {
      return true;
    }
    var tries = !trying && !clock.instant().isBefore(restsUntil);
    trying |= tries;
    return tries;
  }

  /** Remembers how a writing ended that was allowed. */
  void ended(boolean ill) {
    if (trying) {
      illnesses.clear();
      restsUntil = null;
    }
    illnesses.addLast(ill);
    if (illnesses.size() > REMEMBERED) {
      illnesses.removeFirst();
    }
    if (ill && (trying || mostlyIll())) {
      restsUntil = clock.instant().plus(REST);
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
