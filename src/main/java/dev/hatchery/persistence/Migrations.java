package dev.hatchery.persistence;

import dev.hatchery.config.Config.Synchronous;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Which tables there are. */
final class Migrations {
  /** The version of the last migration that this program knows. */
  static final int NEWEST = 8;

  static final String LOCATION = "migrations/sqlite";

  private Migrations() {}

  /** Looked up by ourselves, since loading Flyway takes longer than the rest of a start. */
  static int version(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var tables =
            statement.executeQuery(
                "SELECT 1 FROM sqlite_master WHERE name = 'flyway_schema_history'")) {
      if (!tables.next()) {
        return 0;
      }
    }
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT coalesce(max(CAST(version AS INTEGER)), 0) FROM flyway_schema_history WHERE"
                    + " success")) {
      return rows.getInt(1);
    }
  }

  static void run(Path file) {
    try {
      Flyway.configure()
          .dataSource(SqliteSource.of(file, Synchronous.FULL))
          .locations("classpath:" + LOCATION)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new StorageException("The tables of the database could not be brought up to date.", e);
    }
  }
}
