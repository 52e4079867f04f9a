package dev.hatchery.web;

import dev.hatchery.protocol.Timing;
import dev.hatchery.protocol.Timing.Recurrence;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Set;

/** The times that a request asks for. */
final class TimingBody {
  static final Set<String> KEYS = Set.of("trigger_time", "recurrence", "cron", "time_zone");

  private final Body body;
  private final InstantSource clock;

  TimingBody(Body body, InstantSource clock) {
    this.body = body;
    this.clock = clock;
  }

  Timing timing() {
    var zone = zone();
    var cron = body.text("cron").filter(text -> !text.isBlank()).orElse(null);
    var recurrence = recurrence();
    if (cron != null && recurrence != Recurrence.NONE) {
      throw Refusal.invalid("invalid_cron", "cron", "Give a cron expression or a recurrence.");
    }
    if (cron == null && !body.has("trigger_time")) {
      throw Refusal.invalid(
          "invalid_trigger_time", "trigger_time", "Say when: trigger_time, or cron.");
    }
    var from = body.text("trigger_time").map(text -> instant(text, zone)).orElseGet(clock::instant);
    return new Timing(from, recurrence, cron, zone);
  }

  private ZoneId zone() {
    try {
      return body.text("time_zone").map(ZoneId::of).orElse(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw Refusal.invalid(
          "invalid_time_zone", "time_zone", "time_zone must be one such as Europe/Berlin.");
    }
  }

  private Recurrence recurrence() {
    return switch (body.text("recurrence").orElse("none")) {
      case "none" -> Recurrence.NONE;
      case "daily" -> Recurrence.DAILY;
      case "weekly" -> Recurrence.WEEKLY;
      default ->
          throw Refusal.invalid(
              "invalid_recurrence", "recurrence", "recurrence must be none, daily or weekly.");
    };
  }

  /** Without an offset it is a time on the wall of that zone. */
  private static Instant instant(String text, ZoneId zone) {
    try {
      var time =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text, OffsetDateTime::from, LocalDateTime::from);
      var instant =
          time instanceof OffsetDateTime exact
              ? exact.toInstant()
              : LocalDateTime.from(time).atZone(zone).toInstant();
      return Instant.ofEpochMilli(instant.toEpochMilli());
    } catch (DateTimeParseException | ArithmeticException e) {
      throw Refusal.invalid(
          "invalid_trigger_time",
          "trigger_time",
          "trigger_time must be a time such as 2026-12-01T09:00:00Z.");
    }
  }
}
