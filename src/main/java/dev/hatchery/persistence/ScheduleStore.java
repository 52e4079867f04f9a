package dev.hatchery.persistence;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.RecipeId;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.Schedule;
import dev.hatchery.protocol.Scheduling;
import dev.hatchery.protocol.Storage;
import dev.hatchery.protocol.Timing;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Keeps when missions are carried out by themselves. */
final class ScheduleStore {
  private static final int MOST = 1000;

  private final Database database;

  ScheduleStore(Database database) {
    this.database = database;
  }

  Future<Scheduling.Planned> keep(Scheduling.Keep keep) {
    var schedule = keep.schedule();
    var timing = schedule.timing();
    return database
        .write()
        .first(
            "schedule/keep",
            schedule.mission().value(),
            schedule.owner().name(),
            timing.from().toEpochMilli(),
            RunRow.word(timing.recurrence()),
            timing.cron(),
            timing.zone().getId(),
            millis(schedule.nextAt()))
        .map(row -> new Scheduling.Planned(read(Objects.requireNonNull(row))));
  }

  Future<Storage.Saved> drop(Scheduling.Drop drop) {
    return database
        .write()
        .run("schedule/drop", drop.owner().name(), drop.mission().value())
        .compose(
            dropped ->
                dropped.rowCount() == 0
                    ? Future.failedFuture(
                        new ProblemException(new Problem.NotFound("This mission has no schedule.")))
                    : Future.succeededFuture(new Storage.Saved()));
  }

  Future<Scheduling.All> list(Scheduling.ListAll list) {
    return database
        .read()
        .run("schedule/list", list.owner().name(), MOST)
        .map(
            rows ->
                new Scheduling.All(
                    StreamSupport.stream(rows.spliterator(), false)
                        .map(ScheduleStore::read)
                        .toList()));
  }

  /**
   * Looks before it writes: mostly nothing is due, and the one who writes has other things to do.
   */
  Future<Scheduling.Claimed> claim(Scheduling.Claim claim) {
    var now = claim.now().toEpochMilli();
    return database
        .read()
        .first("schedule/due", now)
        .compose(
            due ->
                due == null
                    ? Future.succeededFuture(null)
                    : database.write().first("schedule/claim", claim.until().toEpochMilli(), now))
        .map(row -> new Scheduling.Claimed(row == null ? null : read(row)));
  }

  Future<Storage.Saved> settle(Scheduling.Settle settle) {
    var mission = settle.mission();
    return database
        .write()
        .run(
            "schedule/settle",
            millis(settle.nextAt()),
            settle.at().toEpochMilli(),
            mission == null ? null : mission.value(),
            settle.schedule().value(),
            settle.due().toEpochMilli())
        .map(new Storage.Saved());
  }

  private static Schedule read(Row row) {
    var last = row.getString("last_mission");
    var recipe = row.getString("recipe");
    return new Schedule(
        new RunId(row.getString("mission")),
        new Owner(row.getString("owner")),
        new Timing(
            Instant.ofEpochMilli(row.getLong("from_at")),
            Timing.Recurrence.valueOf(row.getString("recurrence").toUpperCase(Locale.ROOT)),
            row.getString("cron"),
            ZoneId.of(row.getString("time_zone"))),
        instant(row.getLong("next_at")),
        instant(row.getLong("last_fired_at")),
        last == null ? null : new RunId(last),
        recipe == null ? null : new RecipeId(recipe));
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }

  private static @Nullable Instant instant(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }
}
