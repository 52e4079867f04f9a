package dev.hatchery.persistence;

import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Journal;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

  /** The newest, again bounded by the head, so that whoever goes on from it misses nothing. */
  Future<Journal.Stretch> newest(Journal.ReadNewest read) {
    return head(Long.MAX_VALUE)
        .compose(
            head ->
                newest(read, head.last())
                    .map(rows -> new Journal.Stretch(events(rows), head.last(), head.removed())));
  }

  private Future<RowSet<Row>> events(Journal.Read read, long head) {
    var filter = read.filter();
    var run = filter.run();
    return run == null
        ? database
            .read()
            .run(
                "journal/read",
                read.after(),
                head,
                owner(filter),
                kind(filter),
                types(filter),
                read.limit())
        : database
            .read()
            .run(
                "journal/readRun",
                run.text(),
                run.number(),
                owner(filter),
                kind(filter),
                read.after(),
                head,
                types(filter),
                read.limit());
  }

  private Future<RowSet<Row>> newest(Journal.ReadNewest read, long head) {
    var filter = read.filter();
    var run = filter.run();
    return run == null
        ? database
            .read()
            .run("journal/newest", head, owner(filter), kind(filter), types(filter), read.limit())
        : database
            .read()
            .run(
                "journal/newestOfRun",
                run.text(),
                run.number(),
                owner(filter),
                kind(filter),
                head,
                types(filter),
                read.limit());
  }

  private static @Nullable String owner(Filter filter) {
    return filter.owner() == null ? null : filter.owner().name();
  }

  private static @Nullable String kind(Filter filter) {
    return filter.kind() == null ? null : RunRow.word(filter.kind());
  }

  private static @Nullable String types(Filter filter) {
    return filter.types().isEmpty() ? null : "," + String.join(",", filter.types()) + ",";
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
