package dev.hatchery.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.stream.StreamSupport;

/** Removes the events of runs that ended long ago, a piece at a time so that others get between. */
final class Retention {
  private static final int PIECE = 1000;

  private final Database database;

  Retention(Database database) {
    this.database = database;
  }

  /** Removes the events of every run that ended before this. */
  Future<Void> removeBefore(Instant end) {
    return database
        .together(sql -> removePiece(sql, end))
        .compose(removed -> removed < PIECE ? Future.succeededFuture() : removeBefore(end));
  }

  private static Future<Integer> removePiece(Sql sql, Instant end) {
    return sql.run("journal/removeOld", end.toEpochMilli(), PIECE)
        .compose(
            rows -> {
              var highest =
                  StreamSupport.stream(rows.spliterator(), false)
                      .mapToLong((Row row) -> row.getLong("id"))
                      .max();
              return highest.isEmpty()
                  ? Future.succeededFuture(0)
                  : sql.run("journal/remember", highest.getAsLong()).map(rows.size());
            });
  }
}
