package dev.hatchery.persistence;

import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Journal;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads stretches of the journal. */
final class JournalReader {
  private record Head(long last, long removed) {}

  private final Database database;

  JournalReader(Database database) {
    this.database = database;
  }

  /**
   * The head is read first and bounds the events: whoever has read to the end goes on from the head
   * and misses nothing that was committed in between.
   */
  Future<Journal.Stretch> read(Journal.Read read) {
    return head(read.after())
        .compose(
            head ->
                events(read, head.last())
                    .map(rows -> new Journal.Stretch(events(rows), head.last(), head.removed())));
  }

  private Future<Head> head(long after) {
    return database
        .read()
        .first("journal/head", after)
        .map(Objects::requireNonNull)
        .map(
            row -> {
              var hole = row.getLong("hole");
              return new Head(
                  row.getLong("last"), Math.max(row.getLong("removed"), hole == null ? 0 : hole));
            });
  }

  private Future<RowSet<Row>> events(Journal.Read read, long head) {
    var filter = read.filter();
    var run = filter.run();
    var owner = filter.owner() == null ? null : filter.owner().name();
    var kind = filter.kind() == null ? null : RunRow.word(filter.kind());
    var types = filter.types().isEmpty() ? null : "," + String.join(",", filter.types()) + ",";
    return run == null
        ? database.read().run("journal/read", read.after(), head, owner, kind, types, read.limit())
        : database
            .read()
            .run(
                "journal/readRun",
                run.text(),
                run.number(),
                owner,
                kind,
                read.after(),
                head,
                types,
                read.limit());
  }

  private static List<Event> events(RowSet<Row> rows) {
    var events = new ArrayList<Event>(rows.size());
    rows.forEach(row -> events.add(event(row)));
    return events;
  }

  private static Event event(Row row) {
    return new Event(
        row.getLong("id"),
        RunPosition.subject(row),
        row.getLong("seq"),
        row.getString("type"),
        row.getInteger("milestone") != 0,
        row.getInteger("ending") != 0,
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("data"));
  }
}
