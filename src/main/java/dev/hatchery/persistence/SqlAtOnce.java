package dev.hatchery.persistence;

import io.vertx.sqlclient.Tuple;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements by their names, one after the other on one thread: a transaction of many is not
 * handed to and fro between an event loop and a worker for each. Blocks, so never for event loops.
 */
final class SqlAtOnce {
  private final Prepared prepared;

  SqlAtOnce(Prepared prepared) {
    this.prepared = prepared;
  }

  /** Makes something of a row. */
  interface Reading<T> {
    /** What the row means. */
    T read(ResultSet row) throws SQLException;
  }

  /** Runs one statement with these values for {@code $1, $2, …}. */
  <T> List<T> run(String name, Reading<T> reading, @Nullable Object... values) throws SQLException {
    var statement = prepared.get(name);
    for (var place = 0; place < values.length; place++) {
      statement.setObject(place + 1, values[place]);
    }
    try (var rows = statement.executeQuery()) {
      var read = new ArrayList<T>();
      while (rows.next()) {
        read.add(reading.read(rows));
      }
      return read;
    }
  }

  /** Runs one statement for each of these, in order; fails unless each changes one row. */
  void runEach(String name, Collection<Tuple> rows) throws SQLException {
    var changed = runSome(name, rows);
    if (changed != rows.size()) {
      throw new IllegalStateException(
          "%s changed %d rows of %d".formatted(name, changed, rows.size()));
    }
  }

  /** Runs one statement for each of these, in order; how many rows that changed. */
  int runSome(String name, Collection<Tuple> rows) throws SQLException {
    if (rows.isEmpty()) {
      return 0;
    }
    var statement = prepared.get(name);
    var changed = 0;
    for (var row : rows) {
      for (var place = 0; place < row.size(); place++) {
        statement.setObject(place + 1, row.getValue(place));
      }
      changed += statement.executeUpdate();
    }
    return changed;
  }
}
