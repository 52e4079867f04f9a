package dev.hatchery.persistence;

import dev.hatchery.protocol.Learning;
import dev.hatchery.protocol.Numbers;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what became of an owner's runs. Durations are those of the newest 20,000 rows. */
final class NumbersStore {
  private static final int ROWS_MOST = 20_000;

  private final Database database;
  private final InstantSource clock;

  NumbersStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  Future<Learning.Counted> count(Learning.Count count) {
    var sql = database.read();
    var owner = count.owner().name();
    var since = clock.instant().minus(Duration.ofDays(count.days())).toEpochMilli();
    var weeks = new StandInWeeks(clock.instant(), since);
    var answers =
        List.of(
            sql.run("numbers/runs", owner, since),
            sql.run("numbers/lasted", owner, since, ROWS_MOST),
            sql.run("numbers/phases", owner, since, ROWS_MOST),
            sql.run("numbers/waiting", owner, since, ROWS_MOST),
            sql.run("numbers/weeks", weeks.first(), owner),
            sql.run("numbers/standIns", owner, Math.min(since, weeks.first()), ROWS_MOST),
            sql.run("numbers/forecasts", owner, since, ROWS_MOST));
    return Future.all(answers)
        .map(
            all -> {
              var rows = answers.stream().map(Future::result).toList();
              rows.get(4).forEach(weeks::week);
              rows.get(5).forEach(weeks::standIn);
              var byStatus = byStatus(rows.get(0));
              return new Learning.Counted(
                  new Numbers(
                      count.days(),
                      runs(byStatus, durations(rows.get(1)), weeks),
                      phases(rows.get(2)),
                      waiting(rows.get(3)),
                      weeks.standIns(byStatus.getOrDefault("succeeded", 0L)),
                      Foresights.of(rows.get(6))));
            });
  }

  private static Map<String, Long> byStatus(RowSet<Row> rows) {
    var byStatus = new HashMap<String, Long>();
    rows.forEach(row -> byStatus.put(row.getString("status"), row.getLong("n")));
    return byStatus;
  }

  private static Numbers.Runs runs(
      Map<String, Long> byStatus, Durations lasted, StandInWeeks standIns) {
    return new Numbers.Runs(
        byStatus.values().stream().mapToLong(Long::longValue).sum(),
        byStatus.getOrDefault("succeeded", 0L),
        byStatus.getOrDefault("failed", 0L),
        byStatus.getOrDefault("cancelled", 0L),
        lasted.median(),
        standIns.of("llm"),
        standIns.of("avatar"));
  }

  private static Durations durations(RowSet<Row> rows) {
    var durations = new Durations();
    rows.forEach(row -> durations.add(row.getLong("millis")));
    return durations;
  }

  /** The writers before the painters, each the most used first. */
  private static List<Numbers.Phase> phases(RowSet<Row> rows) {
    var byPhase = new TreeMap<String, Map<String, Durations>>().descendingMap();
    rows.forEach(
        row ->
            byPhase
                .computeIfAbsent(row.getString("phase"), phase -> new TreeMap<>())
                .computeIfAbsent(row.getString("provider"), provider -> new Durations())
                .add(row.getLong("millis")));
    var phases = new ArrayList<Numbers.Phase>();
    byPhase.forEach(
        (phase, byProvider) ->
            byProvider.entrySet().stream()
                .sorted((one, other) -> other.getValue().n() - one.getValue().n())
                .forEach(entry -> phases.add(phase(phase, entry.getKey(), entry.getValue()))));
    return phases;
  }

  private static Numbers.Phase phase(String phase, String provider, Durations durations) {
    return new Numbers.Phase(
        phase, provider, durations.n(), durations.median(), durations.p95(), durations.first());
  }

  private static List<Numbers.Waiting> waiting(RowSet<Row> rows) {
    var byPart = new HashMap<PartOfDay, Durations>();
    rows.forEach(
        row ->
            byPart
                .computeIfAbsent(
                    PartOfDay.of(row.getLong("created_at"), ZoneId.systemDefault()),
                    part -> new Durations())
                .add(row.getLong("millis")));
    return PartOfDay.all()
        .map(part -> waiting(part, byPart.getOrDefault(part, new Durations())))
        .toList();
  }

  private static Numbers.Waiting waiting(PartOfDay part, Durations durations) {
    return new Numbers.Waiting(
        RunRow.word(part), durations.n(), durations.median(), durations.p95(), durations.first());
  }
}
