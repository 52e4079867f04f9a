package dev.hatchery.persistence;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Deed;
import dev.hatchery.protocol.Ledger;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Storage;
import dev.hatchery.protocol.ToolName;
import dev.hatchery.protocol.ToolRecord;
import dev.hatchery.protocol.ToolRecord.Verdict;
import dev.hatchery.protocol.Usd;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Keeps what each owner's missions say of tools; uses are kept as {@link Deeds}. */
final class ToolStore {
  private final Database database;

  ToolStore(Database database) {
    this.database = database;
  }

  Future<Ledger.RecalledTools> recall(Ledger.RecallTools recall) {
    var owner = recall.owner().name();
    var sql = database.read();
    var uses = sql.run("tool/uses", owner);
    var verdicts = sql.run("tool/verdicts", owner);
    var surveys = sql.run("tool/surveys", owner);
    return Future.all(uses, verdicts, surveys)
        .map(all -> recalled(uses.result(), verdicts.result(), surveys.result()));
  }

  Future<Storage.Saved> judge(Ledger.KeepVerdict verdict) {
    return database
        .write()
        .run(
            "tool/judge",
            verdict.owner().name(),
            verdict.tool().value(),
            RunRow.word(verdict.verdict()),
            verdict.at().toEpochMilli())
        .map(new Storage.Saved());
  }

  Future<Storage.Saved> rate(Ledger.KeepSurvey kept) {
    var survey = kept.survey();
    return database
        .write()
        .run(
            "tool/rate",
            kept.mission().value(),
            kept.owner().name(),
            kept.tool().value(),
            survey.rating(),
            survey.timeSaved() ? 1 : 0,
            survey.wouldRepeat() ? 1 : 0,
            survey.adjustment(),
            kept.at().toEpochMilli())
        .compose(
            done ->
                done.rowCount() == 0
                    ? Future.failedFuture(ratedBefore())
                    : Future.succeededFuture(new Storage.Saved()));
  }

  /** As {@code tool/use} takes it. */
  static Tuple row(Deed.Use use) {
    return Sql.values(
        use.mission().value(),
        use.owner().name(),
        use.tool().value(),
        use.success() ? 1 : 0,
        use.took().toMillis(),
        use.cost().micros(),
        use.confidence(),
        use.at().toEpochMilli());
  }

  private static Ledger.RecalledTools recalled(
      RowSet<Row> uses, RowSet<Row> verdicts, RowSet<Row> surveys) {
    var tools = new TreeMap<String, ToolRecord>();
    uses.forEach(row -> change(tools, row, none -> used(row)));
    verdicts.forEach(
        row -> change(tools, row, known -> known.judged(verdict(row.getString("verdict")))));
    surveys.forEach(
        row -> change(tools, row, known -> known.surveyed(row.getDouble("adjustment"))));
    return new Ledger.RecalledTools(
        tools.entrySet().stream()
            .map(tool -> new Ledger.Known(new ToolName(tool.getKey()), tool.getValue()))
            .toList());
  }

  private static void change(
      Map<String, ToolRecord> tools, Row row, UnaryOperator<ToolRecord> change) {
    var tool = row.getString("tool");
    tools.put(tool, change.apply(tools.getOrDefault(tool, ToolRecord.NOTHING)));
  }

  private static ToolRecord used(Row row) {
    return new ToolRecord(
        Verdict.NONE,
        0,
        row.getInteger("uses"),
        row.getInteger("successes"),
        Duration.ofMillis(row.getLong("millis")),
        new Usd(row.getLong("cost_micros")));
  }

  private static Verdict verdict(String word) {
    return Verdict.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static ProblemException ratedBefore() {
    return new ProblemException(
        new Problem.Conflict("rated_before", "This mission was rated before."));
  }
}
