package dev.hatchery.persistence;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.bus.RecordJson;
import dev.hatchery.protocol.Checkpoint;
import dev.hatchery.protocol.Deed;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunStatus;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Commits batches: each event with its number and with what it makes true. */
final class JournalWriter {
  private final Database database;
  private final RecordJson json;
  private final Deeds deeds;

  JournalWriter(Database database, RecordJson json) {
    this.database = database;
    this.json = json;
    this.deeds = new Deeds(json);
  }

  /** One transaction; an append that is refused does not keep back the others. */
  Future<Batch> commit(List<Journal.Append> appends) {
    return database.atOnce(
        sql -> {
          var positions = lock(sql, appends);
          var batch = new Batch(appends, positions, Marks.of(sql, json, appends, positions));
          write(sql, batch);
          return batch;
        });
  }

  private Map<RunId, RunPosition> lock(SqlAtOnce sql, List<Journal.Append> appends)
      throws SQLException {
    var ids = appends.stream().map(append -> append.runId().value()).distinct().toList();
    var positions = new HashMap<RunId, RunPosition>();
    for (var position : sql.run("journal/lock", RunPosition::of, json.write(ids))) {
      positions.put(position.about().runId(), position);
    }
    return positions;
  }

  private void write(SqlAtOnce sql, Batch batch) throws SQLException {
    if (batch.size() > 0) {
      batch.number(sql.run("journal/advance", row -> row.number("last"), batch.size()).getFirst());
      sql.runEach("journal/append", batch.events().stream().map(JournalWriter::row).toList());
      var runs = runs(batch);
      sql.runEach("journal/change", runs.stream().map(this::change).toList());
      sql.runEach("journal/wait", runs.stream().flatMap(JournalWriter::wait).toList());
      sql.runEach("journal/finish", runs.stream().flatMap(JournalWriter::finish).toList());
      sql.runEach("agent/save", agents(batch));
      sql.runEach("reported/remember", marks(batch));
      deeds.write(sql, done(batch));
    }
    for (var repeated : batch.repeated()) {
      repeat(sql, batch, repeated);
    }
  }

  private static Tuple row(Event event) {
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

  /** Of each run, however many appends it has in the batch. */
  private static Collection<List<Batch.Entry>> runs(Batch batch) {
    var entries = new LinkedHashMap<RunId, List<Batch.Entry>>();
    for (var entry : batch.fresh()) {
      entries.computeIfAbsent(entry.append.runId(), run -> new ArrayList<>(1)).add(entry);
    }
    return entries.values();
  }

  /** The last of them is how the run is. */
  private Tuple change(List<Batch.Entry> entries) {
    var standing = entries.getLast().append.change().standing();
    var last = entries.getLast().events.getLast();
    return Sql.values(
        orNull(newest(entries, Journal.Change::status), RunRow::word),
        standing.progress(),
        standing.measured(),
        standing.phase(),
        standing.message(),
        orNull(standing.eta(), eta -> eta.p50().toMillis()),
        orNull(standing.eta(), eta -> eta.p90().toMillis()),
        orNull(newest(entries, Journal.Change::checkpoint), json::write),
        last.seq(),
        last.id(),
        last.runId().value(),
        entries.getLast().append.epoch());
  }

  /**
   * Since when a run counts as waiting for its turn, or null while it waits for a word of its
   * owner.
   */
  private static Stream<Tuple> wait(List<Batch.Entry> entries) {
    var status = newest(entries, Journal.Change::status);
    var last = entries.getLast().events.getLast();
    return status == RunStatus.QUEUED || status == RunStatus.PROPOSED
        ? Stream.of(
            Sql.values(
                status == RunStatus.QUEUED
                    ? last.at().minus(headStart(entries)).toEpochMilli()
                    : null,
                last.runId().value(),
                entries.getLast().append.epoch()))
        : Stream.empty();
  }

  private static Duration headStart(List<Batch.Entry> entries) {
    return newest(entries, Journal.Change::checkpoint) instanceof Checkpoint.OfMission of
        ? of.mission().brief().priority().headStart()
        : Duration.ZERO;
  }

  /** What only the end of a run changes: many an index has to be changed with it. */
  private static Stream<Tuple> finish(List<Batch.Entry> entries) {
    var last = entries.getLast().events.getLast();
    var status = newest(entries, Journal.Change::status);
    var agent = newest(entries, Journal.Change::agent);
    var failure = newest(entries, Journal.Change::failure);
    var ended = status != null && status.ended();
    return ended || agent != null || failure != null
        ? Stream.of(
            Sql.values(
                orNull(agent, made -> made.id().value()),
                failure,
                ended ? last.at().toEpochMilli() : null,
                last.runId().value(),
                entries.getLast().append.epoch()))
        : Stream.empty();
  }

  /** The last that one of them says about this, or null where none does. */
  private static <T> @Nullable T newest(
      List<Batch.Entry> entries, Function<Journal.Change, @Nullable T> part) {
    for (var entry : entries.reversed()) {
      var said = part.apply(entry.append.change());
      if (said != null) {
        return said;
      }
    }
    return null;
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

  private static List<Deed> done(Batch batch) {
    return batch.fresh().stream().flatMap(entry -> entry.append.change().deeds().stream()).toList();
  }

  private record Before(long id, String data) {}

  private static void repeat(SqlAtOnce sql, Batch batch, Batch.Entry entry) throws SQLException {
    var drafts = entry.append.drafts();
    var before =
        sql.run(
            "journal/again",
            row -> new Before(row.number("id"), row.text("data")),
            entry.append.runId().value(),
            drafts.getFirst().seq(),
            drafts.getLast().seq());
    var data = before.stream().map(Before::data).toList();
    if (data.equals(drafts.stream().map(Journal.Draft::data).toList())) {
      batch.known(entry, before.stream().map(Before::id).toList());
    } else {
      entry.refusal =
          new ProblemException(new Problem.Stale("Something else was appended at this place."));
    }
  }

  private static <T, R> @Nullable R orNull(@Nullable T value, Function<T, R> shown) {
    return value == null ? null : shown.apply(value);
  }
}
