package dev.hatchery.mission.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A Unix cron expression. The library is asked by the clock on the wall, which knows no leaps; how
 * the leaps of a time zone are taken is decided here.
 */
final class Cron {
  private static final int EXPRESSION_MOST = 200;
  private static final int HOURS = 1;

  /** No clock is set by more. */
  private static final Duration LEAP = Duration.ofHours(3);

  private final ExecutionTime times;
  private final boolean everyHour;

  private Cron(ExecutionTime times, boolean everyHour) {
    this.times = times;
    this.everyHour = everyHour;
  }

  /**
   * Reads an expression of five fields.
   *
   * @throws IllegalArgumentException with a sentence when it is none
   */
  static Cron of(String expression) {
    var definition = CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX);
    var fields = expression.strip().split("\\s+");
    if (expression.length() > EXPRESSION_MOST || fields.length != 5) {
      throw new IllegalArgumentException(
          "A cron expression has five fields: minute, hour, day, month, day of the week.");
    }
    try {
      var parsed = new CronParser(definition).parse(String.join(" ", fields));
      return new Cron(ExecutionTime.forCron(parsed), fields[HOURS].startsWith("*"));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("The cron expression cannot be read.", e);
    }
  }

  /** The first time after this moment, or null when there is none. */
  @Nullable Instant next(ZoneId zone, Instant moment) {
    Instant earliest = null;
    LocalDateTime found = null;
    var wall = LocalDateTime.ofInstant(moment, zone).minus(leap(zone, moment));
    while (true) {
      wall = following(wall);
      if (wall == null || (found != null && wall.isAfter(found.plus(leap(zone, earliest))))) {
        return earliest;
      }
      var at = at(wall, zone, moment);
      if (at.isAfter(moment) && (earliest == null || at.isBefore(earliest))) {
        earliest = at;
        found = found == null ? wall : found;
      }
    }
  }

  /** How far times around this moment may be out of their order. */
  private static Duration leap(ZoneId zone, @Nullable Instant moment) {
    if (moment == null) {
      return Duration.ZERO;
    }
    var rules = zone.getRules();
    var before = rules.getOffset(moment.minus(LEAP));
    return before.equals(rules.getOffset(moment.plus(LEAP))) ? Duration.ZERO : LEAP;
  }

  private @Nullable LocalDateTime following(LocalDateTime wall) {
    return times
        .nextExecution(wall.atZone(ZoneOffset.UTC))
        .map(next -> next.toLocalDateTime())
        .orElse(null);
  }

  private Instant at(LocalDateTime wall, ZoneId zone, Instant moment) {
    var first = wall.atZone(zone);
    return everyHour && !first.toInstant().isAfter(moment)
        ? first.withLaterOffsetAtOverlap().toInstant()
        : first.toInstant();
  }
}
