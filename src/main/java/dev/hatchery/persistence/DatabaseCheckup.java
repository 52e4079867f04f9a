package dev.hatchery.persistence;

import dev.hatchery.config.DatabaseUrl;
import java.sql.SQLException;

/** Looks at the database that several nodes share, and changes nothing. */
public final class DatabaseCheckup {
  private final DatabaseUrl shared;

  /** Of the database at this address. */
  public DatabaseCheckup(DatabaseUrl shared) {
    this.shared = shared;
  }

  /**
   * What was found, in words.
   *
   * @throws StorageException with a sentence for people when it cannot be used
   */
  public String sentence() {
    var server = new PostgresServer(shared);
    try (var connection = server.source().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SHOW max_connections")) {
      rows.next();
      return "PostgreSQL %s at %s, %s; it takes %s connections, and a node up to %d of them."
          .formatted(
              connection.getMetaData().getDatabaseProductVersion().replaceAll(" .*", ""),
              shared,
              server.isNewest(connection)
                  ? "with the tables of this version"
                  : "whose tables the next start brings up to date",
              rows.getString(1),
              PostgresDatabase.CONNECTIONS);
    } catch (SQLException e) {
      throw server.unusable(e);
    }
  }
}
