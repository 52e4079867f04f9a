package dev.hatchery.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Which tables there are, in either database. */
enum Migrations {
  SQLITE("SELECT 1 FROM sqlite_master WHERE name = 'flyway_schema_history'"),
  POSTGRESQL("SELECT 1 WHERE to_regclass('flyway_schema_history') IS NOT NULL");

  /** The version of the last migration that this program knows. */
  static final int NEWEST = 12;

  private final String known;

  Migrations(String known) {
    this.known = known;
  }

  /** Where the files are. */
  String location() {
    return "migrations/" + Dialect.valueOf(name()).word();
  }

  /** Looked up by ourselves, since loading Flyway takes longer than the rest of a start. */
  int version(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var tables = statement.executeQuery(known)) {
      if (!tables.next()) {
        return 0;
      }
    }
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT coalesce(max(CAST(version AS INTEGER)), 0) FROM flyway_schema_history WHERE"
                    + " success")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  /** Brings the tables up to date; of several who do that at once one comes first. */
  void run(DataSource source) {
    try {
      Flyway.configure().dataSource(source).locations("classpath:" + location()).load().migrate();
    } catch (FlywayException e) {
      throw new StorageException(
          "The tables of the database could not be brought up to date: %s".formatted(reason(e)), e);
    }
  }

  /** What the database said, where it did. */
  private static String reason(FlywayException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException said) {
        return Objects.toString(said.getMessage());
      }
    }
    return Objects.toString(failure.getMessage());
  }
}
