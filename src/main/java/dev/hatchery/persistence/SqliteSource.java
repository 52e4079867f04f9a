package dev.hatchery.persistence;

import dev.hatchery.config.Config.Synchronous;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Connections to a file of SQLite, set up as we need them. */
final class SqliteSource {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private SqliteSource() {}

  static DataSource of(Path file, Synchronous synchronous) {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.valueOf(synchronous.name()));
    config.setBusyTimeout(Math.toIntExact(PATIENCE.toMillis()));
    config.enforceForeignKeys(true);
    // A transaction that reads first and then writes would otherwise fail at once where another
    // process writes, without the patience above.
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    var source = new CheckpointsApart(config);
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    return source;
  }

  /** Connections that do not move the log into the file in the middle of somebody's commit. */
  private static final class CheckpointsApart extends SQLiteDataSource {
    CheckpointsApart(SQLiteConfig config) {
      super(config);
    }

    @Override
    public Connection getConnection() throws SQLException {
      var connection = super.getConnection();
      try (var statement = connection.createStatement()) {
        statement.execute("PRAGMA wal_autocheckpoint = 0");
      }
      return connection;
    }
  }
}
