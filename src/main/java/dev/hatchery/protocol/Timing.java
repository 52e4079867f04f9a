package dev.hatchery.protocol;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When something happens, once or again and again.
 *
 * @param from when it happens first; by a cron expression not before
 * @param cron a Unix cron expression of five fields, in place of a recurrence; or null
 * @param zone where its clock hangs: what is daily at 9 stays so when clocks are changed
 */
public record Timing(Instant from, Recurrence recurrence, @Nullable String cron, ZoneId zone) {
  public Timing {
    if (cron != null && recurrence != Recurrence.NONE) {
      throw new IllegalArgumentException("it recurs by a cron expression or otherwise, not both");
    }
  }

  /** How it recurs. */
  public enum Recurrence {
    NONE,
    DAILY,
    WEEKLY
  }
}
