package dev.hatchery.persistence;

import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.RunId;
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

  private Future<RowSet<Row>> events(Journal.Read read, long head) {
    var owner = name(read.owner());
    var runId = read.runId();
    return runId == null
        ? database.read().run("journal/read", read.after(), head, owner, read.limit())
        : database
            .read()
            .run("journal/readRun", runId.value(), read.after(), head, owner, read.limit());
  }

  private static List<Event> events(RowSet<Row> rows) {
    var events = new ArrayList<Event>(rows.size());
    rows.forEach(row -> events.add(event(row)));
    return events;
  }

  private static Event event(Row row) {
    return new Event(
        row.getLong("id"),
        new RunId(row.getString("run_id")),
        new Owner(row.getString("owner")),
        row.getLong("seq"),
        row.getString("type"),
        row.getInteger("milestone") != 0,
        row.getInteger("ending") != 0,
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("data"));
  }

  private static @Nullable String name(@Nullable Owner owner) {
    return owner == null ? null : owner.name();
  }
}
