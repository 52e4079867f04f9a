package dev.hatchery.persistence;

import dev.hatchery.protocol.Learning;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.stream.StreamSupport;

/** Keeps how long phases took and how right we were, and tells how long they typically take. */
final class LearningStore {
  private static final int NEWEST = 50;
  private static final double HALF = 0.5;
  private static final double NINE_OF_TEN = 0.9;

  private final Database database;

  LearningStore(Database database) {
    this.database = database;
  }

  Future<Storage.Saved> keep(Learning.Timed timed) {
    var lasted = Duration.between(timed.startedAt(), timed.endedAt()).toMillis();
    return database
        .write()
        .run(
            "learning/time",
            timed.phase(),
            timed.provider(),
            timed.model(),
            timed.startedAt().toEpochMilli(),
            timed.endedAt().toEpochMilli(),
            Math.max(0, lasted),
            timed.characters(),
            timed.standIn(),
            timed.runId().value(),
            timed.epoch())
        .map(new Storage.Saved());
  }

  Future<Storage.Saved> keep(Learning.Foretold foretold) {
    var rows = foretold.forecasts().stream().map(forecast -> row(foretold, forecast)).toList();
    return database
        .together(sql -> sql.runSome("learning/forecast", rows))
        .map(new Storage.Saved());
  }

  Future<Learning.Recalled> recall(Learning.Recall recall) {
    var writer = recall.writer();
    var painter = recall.painter();
    var sql = database.read();
    return sql.run("learning/phase", "llm", writer.provider(), writer.model(), NEWEST)
        .compose(
            written ->
                sql.run("learning/phase", "avatar", painter, null, NEWEST)
                    .compose(
                        painted ->
                            sql.run(
                                    "learning/whole",
                                    painter,
                                    writer.provider(),
                                    writer.model(),
                                    NEWEST)
                                .map(
                                    whole ->
                                        new Learning.Recalled(
                                            history(written), history(painted), history(whole)))));
  }

  Future<Learning.Length> length(Learning.RecallLength recall) {
    var model = recall.model();
    return database
        .read()
        .run("learning/length", "llm", model.provider(), model.model(), NEWEST)
        .map(LearningStore::length);
  }

  private static Learning.Length length(RowSet<Row> rows) {
    var lengths =
        StreamSupport.stream(rows.spliterator(), false)
            .map(row -> row.getInteger("characters"))
            .sorted()
            .toList();
    return lengths.isEmpty()
        ? new Learning.Length(0, 0)
        : new Learning.Length(lengths.size(), lengths.get((lengths.size() - 1) / 2));
  }

  private static Tuple row(Learning.Foretold of, Learning.Forecast forecast) {
    var eta = forecast.eta();
    return Sql.values(
        forecast.saidAt(),
        forecast.at().toEpochMilli(),
        eta.p50().toMillis(),
        eta.p90().toMillis(),
        forecast.actual().toMillis(),
        forecast.actual().minus(eta.p50()).toMillis(),
        of.runId().value(),
        of.epoch());
  }

  private static Learning.History history(RowSet<Row> rows) {
    var durations = new Durations();
    rows.forEach(row -> durations.add(row.getLong("millis")));
    return new Learning.History(
        durations.n(),
        Duration.ofMillis(durations.quantile(HALF)),
        Duration.ofMillis(durations.quantile(NINE_OF_TEN)));
  }
}
