package dev.hatchery.persistence;

import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;

/** When in the day somebody asked: from 6, from 12, from 18 o'clock where the server stands. */
enum PartOfDay {
  MORNING,
  AFTERNOON,
  NIGHT;

  private static final int MORNING_FROM = 6;
  private static final int AFTERNOON_FROM = 12;
  private static final int NIGHT_FROM = 18;

  static PartOfDay of(long millis, ZoneId zone) {
    var hour = Instant.ofEpochMilli(millis).atZone(zone).getHour();
    if (hour < MORNING_FROM || hour >= NIGHT_FROM) {
      return NIGHT;
    }
    return hour < AFTERNOON_FROM ? MORNING : AFTERNOON;
  }

  static Stream<PartOfDay> all() {
    return Stream.of(values());
  }
}
