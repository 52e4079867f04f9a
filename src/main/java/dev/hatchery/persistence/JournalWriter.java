package dev.hatchery.persistence;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.bus.RecordJson;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.RunId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Commits batches: each event with its number and with what it makes true. */
final class JournalWriter {
  private final Database database;
  private final RecordJson json;

  JournalWriter(Database database, RecordJson json) {
    this.database = database;
    this.json = json;
  }

  /** One transaction; an append that is refused does not keep back the others. */
  Future<Batch> commit(List<Journal.Append> appends) {
    return database.together(
        sql ->
            lock(sql, appends)
                .map(positions -> new Batch(appends, positions))
                .compose(batch -> write(sql, batch).map(batch)));
  }

  private Future<Map<RunId, RunPosition>> lock(Sql sql, List<Journal.Append> appends) {
    var ids = appends.stream().map(append -> append.runId().value()).distinct().toList();
    return sql.run("journal/lock", json.write(ids))
        .map(
            rows -> {
              var positions = new HashMap<RunId, RunPosition>();
              rows.forEach(
                  row -> positions.put(new RunId(row.getString("run_id")), RunPosition.of(row)));
              return positions;
            });
  }

  private Future<Void> write(Sql sql, Batch batch) {
    if (batch.size() == 0) {
      return repeat(sql, batch.repeated());
    }
    return sql.first("journal/advance", batch.size())
        .compose(
            head -> {
              batch.number(Objects.requireNonNull(head).getLong("last"));
              return sql.runEach("journal/append", batch.events().stream().map(this::row).toList());
            })
        .compose(
            done ->
                sql.runEach("journal/change", batch.fresh().stream().map(this::change).toList()))
        .compose(done -> sql.runEach("agent/save", agents(batch)))
        .compose(done -> sql.runSome("reported/remember", marks(batch)))
        .compose(done -> repeat(sql, batch.repeated()));
  }

  private Tuple row(Event event) {
    return Sql.values(
        event.id(),
        event.runId().value(),
        event.seq(),
        event.type(),
        event.milestone() ? 1 : 0,
        event.ending() ? 1 : 0,
        event.at().toEpochMilli(),
        event.data());
  }

  private Tuple change(Batch.Entry entry) {
    var change = entry.append.change();
    var standing = change.standing();
    var last = entry.events.getLast();
    var ended = change.status() != null && change.status().ended();
    return Sql.values(
        orNull(change.status(), RunRow::word),
        standing.progress(),
        standing.measured(),
        standing.phase(),
        standing.message(),
        orNull(standing.eta(), eta -> eta.p50().toMillis()),
        orNull(standing.eta(), eta -> eta.p90().toMillis()),
        orNull(change.checkpoint(), json::write),
        orNull(change.agent(), agent -> agent.id().value()),
        change.failure(),
        ended ? last.at().toEpochMilli() : null,
        last.seq(),
        last.id(),
        last.runId().value(),
        entry.append.epoch());
  }

  private static List<Tuple> marks(Batch batch) {
    var marks = new ArrayList<Tuple>();
    for (var entry : batch.fresh()) {
      for (var place = 0; place < entry.events.size(); place++) {
        var event = entry.events.get(place);
        for (var mark : entry.append.drafts().get(place).marks()) {
          marks.add(Sql.values(event.about().owner().name(), mark.key(), mark.hash(), event.id()));
        }
      }
    }
    return marks;
  }

  private List<Tuple> agents(Batch batch) {
    return batch.fresh().stream()
        .map(entry -> entry.append.change().agent())
        .filter(Objects::nonNull)
        .map(agent -> AgentRow.write(json, Objects.requireNonNull(agent)))
        .toList();
  }

  private Future<Void> repeat(Sql sql, List<Batch.Entry> repeated) {
    var done = Future.<Void>succeededFuture();
    for (var entry : repeated) {
      done = done.compose(before -> repeat(sql, entry));
    }
    return done;
  }

  private Future<Void> repeat(Sql sql, Batch.Entry entry) {
    var drafts = entry.append.drafts();
    return sql.run(
            "journal/again",
            entry.append.runId().value(),
            drafts.getFirst().seq(),
            drafts.getLast().seq())
        .map(
            rows -> {
              entry.ids = ids(rows);
              if (!data(rows).equals(drafts.stream().map(Journal.Draft::data).toList())) {
                entry.refusal =
                    new ProblemException(
                        new Problem.Stale("Something else was appended at this place."));
              }
              return null;
            });
  }

  private static List<Long> ids(RowSet<Row> rows) {
    var ids = new ArrayList<Long>();
    rows.forEach(row -> ids.add(row.getLong("id")));
    return ids;
  }

  private static List<String> data(RowSet<Row> rows) {
    var data = new ArrayList<String>();
    rows.forEach(row -> data.add(row.getString("data")));
    return data;
  }

  private static <T, R> @Nullable R orNull(@Nullable T value, Function<T, R> shown) {
    return value == null ? null : shown.apply(value);
  }
}
