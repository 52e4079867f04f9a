package dev.hatchery.mission.schedule;

import dev.hatchery.protocol.Timing;
import dev.hatchery.protocol.Timing.Recurrence;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When something happens by the clock on the wall. Where the clock is set forward over such a
 * moment, it happens as much later; where it is set back, it happens the first time only, but for a
 * cron expression whose hours are all of them or every so many, which happens both times.
 */
final class Occurrences {
  private static final int DAYS_OF_A_WEEK = 7;

  private final Timing timing;
  private final @Nullable Cron cron;

  /**
   * Those of this timing.
   *
   * @throws IllegalArgumentException with a sentence when its cron expression is none
   */
  Occurrences(Timing timing) {
    this.timing = timing;
    this.cron = timing.cron() == null ? null : Cron.of(timing.cron());
  }

  /** The first one after this moment, or null when there is none. */
  @Nullable Instant after(Instant moment) {
    var first = timing.from();
    if (cron != null) {
      return cron.next(timing.zone(), moment.isBefore(first) ? first.minusMillis(1) : moment);
    }
    if (first.isAfter(moment)) {
      return first;
    }
    return switch (timing.recurrence()) {
      case NONE -> null;
      case DAILY -> recurring(1, moment);
      case WEEKLY -> recurring(DAYS_OF_A_WEEK, moment);
    };
  }

  /** Reckoned from the first one each time, so that a day on which it is later moves no other. */
  private Instant recurring(long period, Instant moment) {
    var zone = timing.zone();
    var first = LocalDateTime.ofInstant(timing.from(), zone);
    var days = ChronoUnit.DAYS.between(first, LocalDateTime.ofInstant(moment, zone));
    var count = Math.max(0, days / period - 1);
    while (true) {
      var next = onTheWall(first.plusDays(period * count), zone);
      if (next.isAfter(moment)) {
        return next;
      }
      count++;
    }
  }

  private static Instant onTheWall(LocalDateTime time, ZoneId zone) {
    return time.atZone(zone).toInstant();
  }

  /** Whether it ever comes again after that. */
  boolean recurs() {
    return cron != null || timing.recurrence() != Recurrence.NONE;
  }
}
