package dev.hatchery.persistence;

import io.vertx.sqlclient.Tuple;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs statements by their names, one after the other. Blocks, so never for event loops. */
interface SqlAtOnce {
  /** Makes something of a row. */
  interface Reading<T> {
    /** What the row means. */
    T read(Cells row) throws SQLException;
  }

  /** Runs one statement with these values for {@code $1, $2, …}. */
  <T> List<T> run(String name, Reading<T> reading, @Nullable Object... values) throws SQLException;

  /**
   * Runs one statement for each of these, in order; the transaction fails unless each changes one
   * row, though not always here.
   */
  void runEach(String name, Collection<Tuple> rows) throws SQLException;

  /** Runs one statement for each of these, in order, whether or not it changes anything. */
  void runSome(String name, Collection<Tuple> rows) throws SQLException;
}
