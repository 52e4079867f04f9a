package dev.hatchery.web;

import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.Schedule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A schedule as clients see it; a mission has one, so it is called like its mission. */
record ScheduleJson(
    String scheduleId,
    String missionId,
    Instant triggerTime,
    String recurrence,
    @Nullable String cron,
    String timeZone,
    @Nullable Instant nextAt,
    @Nullable Instant lastFiredAt,
    @Nullable String lastMissionId,
    @Nullable String recipeId) {

  static ScheduleJson of(Schedule schedule) {
    var timing = schedule.timing();
    var recipe = schedule.recipe();
    return new ScheduleJson(
        schedule.mission().value(),
        schedule.mission().value(),
        timing.from(),
        RunJson.name(timing.recurrence()),
        timing.cron(),
        timing.zone().getId(),
        schedule.nextAt(),
        schedule.lastFiredAt(),
        value(schedule.lastMission()),
        recipe == null ? null : recipe.value());
  }

  private static @Nullable String value(@Nullable RunId id) {
    return id == null ? null : id.value();
  }
}
