package dev.hatchery.persistence;

import io.vertx.sqlclient.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row, whichever client read it. */
interface Cells {
  /** What stands in a column, or null. */
  @Nullable Object get(String column) throws SQLException;

  /** A number in a column that has one. */
  default long number(String column) throws SQLException {
    return ((Number) Objects.requireNonNull(get(column), column)).longValue();
  }

  /** The text in a column that has one. */
  default String text(String column) throws SQLException {
    return (String) Objects.requireNonNull(get(column), column);
  }

  /** The row that the result set is at. */
  static Cells of(ResultSet rows) {
    return rows::getObject;
  }

  /** This row. */
  static Cells of(Row row) {
    return row::getValue;
  }
}
