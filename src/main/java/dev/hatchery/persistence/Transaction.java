package dev.hatchery.persistence;

import io.vertx.jdbcclient.impl.actions.JDBCAction;
import java.sql.Connection;
import java.sql.SQLException;

/** Steps that become true together or not at all, in one piece on a worker's thread. */
final class Transaction<T> implements JDBCAction<T> {
  private final Prepared prepared;
  private final Database.Steps<T> steps;

  Transaction(Prepared prepared, Database.Steps<T> steps) {
    this.prepared = prepared;
    this.steps = steps;
  }

  @Override
  public T execute(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try {
      prepared.on(connection);
      var result = steps.take(new JdbcAtOnce(prepared));
      connection.commit();
      connection.setAutoCommit(true);
      return result;
    } catch (SQLException | RuntimeException | Error e) {
      takeBack(connection, prepared, e);
      throw e;
    }
  }

  /**
   * Also where the end failed, auto-commit is switched on: so {@link Healing} learns that no second
   * "off" of the client follows, and takes the next one for a beginning.
   */
  private static void takeBack(Connection connection, Prepared prepared, Throwable reason) {
    attempt(prepared::forget, reason);
    attempt(connection::rollback, reason);
    attempt(() -> connection.setAutoCommit(true), reason);
  }

  private interface Step {
    void take() throws SQLException;
  }

  private static void attempt(Step step, Throwable reason) {
    try {
      step.take();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }
}
