package dev.hatchery.persistence;

import io.vertx.sqlclient.Tuple;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * On one thread: a transaction of many is not handed to and fro between an event loop and a worker
 * for each.
 */
final class JdbcAtOnce implements SqlAtOnce {
  private final Prepared prepared;

  JdbcAtOnce(Prepared prepared) {
    this.prepared = prepared;
  }

  @Override
  public <T> List<T> run(String name, Reading<T> reading, @Nullable Object... values)
      throws SQLException {
    var statement = prepared.get(name);
    for (var place = 0; place < values.length; place++) {
      statement.setObject(place + 1, values[place]);
    }
    try (var rows = statement.executeQuery()) {
      var read = new ArrayList<T>();
      var row = Cells.of(rows);
      while (rows.next()) {
        read.add(reading.read(row));
      }
      return read;
    }
  }

  @Override
  public void runEach(String name, Collection<Tuple> rows) throws SQLException {
    Sql.requireEach(name, rows.size(), change(name, rows));
  }

  @Override
  public void runSome(String name, Collection<Tuple> rows) throws SQLException {
    change(name, rows);
  }

  /** How many rows that changed. */
  private int change(String name, Collection<Tuple> rows) throws SQLException {
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
