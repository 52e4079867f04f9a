package dev.hatchery.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * On a virtual thread that waits for rows, but not for what has none: a statement that only writes
 * is sent behind the others, and all are waited for before the commit.
 */
final class AwaitingSql implements SqlAtOnce {
  private final Sql sql;
  private final List<Future<?>> sent = new ArrayList<>();

  AwaitingSql(Sql sql) {
    this.sql = sql;
  }

  @Override
  public <T> List<T> run(String name, Reading<T> reading, @Nullable Object... values)
      throws SQLException {
    var read = new ArrayList<T>();
    for (var row : rows(name, values)) {
      read.add(reading.read(Cells.of(row)));
    }
    return read;
  }

  private RowSet<Row> rows(String name, @Nullable Object... values) {
    var rows = sql.run(name, values);
    if (rows.otherwiseEmpty().await() == null) {
      settle();
    }
    return rows.await();
  }

  @Override
  public void runEach(String name, Collection<Tuple> rows) {
    sent.add(sql.runEach(name, rows));
  }

  @Override
  public void runSome(String name, Collection<Tuple> rows) {
    sent.add(sql.runSome(name, rows));
  }

  /**
   * Waits for all that was sent. The first that failed is the reason: of those behind it the server
   * only says that the transaction is lost.
   */
  void settle() {
    Future.join(sent).otherwiseEmpty().await();
    for (var one : sent) {
      one.await();
    }
  }
}
