package dev.hatchery.persistence;

import io.vertx.core.Future;
import java.sql.SQLException;
import java.util.function.Function;

/** An open database. */
interface Database {
  /** What happens in one piece. */
  interface Steps<T> {
    /** Takes the steps; whatever it throws takes them back. May be asked twice. */
    T take(SqlAtOnce sql) throws SQLException;
  }

  /** Statements that only read. */
  Sql read();

  /** Statements that write, each for itself. */
  Sql write();

  /** Steps that become true together or not at all; taken anew where others were in the way. */
  <T> Future<T> together(Function<Sql, Future<T>> steps);

  /** The same in one piece, off the event loop: for what is written often. */
  <T> Future<T> atOnce(Steps<T> steps);

  /** Tidies up after what was written, beside those who write. */
  Future<Void> checkpoint();

  Future<Void> close();
}
