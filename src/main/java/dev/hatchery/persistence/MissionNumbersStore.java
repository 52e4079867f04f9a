package dev.hatchery.persistence;

import dev.hatchery.protocol.Ledger;
import dev.hatchery.protocol.MissionNumbers.Lasted;
import dev.hatchery.protocol.ToolName;
import dev.hatchery.protocol.Usd;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.stream.StreamSupport;

/** Counts what became of an owner's missions. Durations are those of the newest 20,000. */
final class MissionNumbersStore {
  private static final int ROWS_MOST = 20_000;
  private static final int CHOICES_MOST = 1_000;

  private final Database database;

  MissionNumbersStore(Database database) {
    this.database = database;
  }

  Future<Ledger.CountedMissions> count(Ledger.CountMissions count) {
    var sql = database.read();
    var owner = count.owner().name();
    var since = count.since().toEpochMilli();
    var ended = sql.run("numbers/missions", owner, since);
    var times = sql.run("numbers/missionTimes", owner, since, ROWS_MOST);
    var tools = sql.run("numbers/missionTools", owner, since, CHOICES_MOST);
    var cost = sql.run("numbers/missionCost", owner, since);
    var month = sql.run("budget/others", owner, count.month(), "");
    return Future.all(ended, times, tools, cost, month)
        .map(
            all -> {
              var byStatus = new HashMap<String, Long>();
              ended
                  .result()
                  .forEach(row -> byStatus.put(row.getString("status"), row.getLong("n")));
              return new Ledger.CountedMissions(
                  byStatus.getOrDefault("succeeded", 0L),
                  byStatus.getOrDefault("failed", 0L),
                  amount(cost.result()),
                  amount(month.result()),
                  choices(tools.result()),
                  lasted(times.result()));
            });
  }

  private static Usd amount(RowSet<Row> rows) {
    return new Usd(rows.iterator().next().getLong("micros"));
  }

  /** Oldest first. */
  private static List<Ledger.Chosen> choices(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(
            row ->
                new Ledger.Chosen(
                    new ToolName(row.getString("tool")),
                    Instant.ofEpochMilli(row.getLong("at")),
                    row.getDouble("confidence")))
        .toList()
        .reversed();
  }

  private static Lasted lasted(RowSet<Row> rows) {
    var durations = new Durations();
    rows.forEach(row -> durations.add(row.getLong("millis")));
    return new Lasted(durations.n(), durations.median(), durations.p95());
  }
}
