package dev.hatchery.persistence;

import dev.hatchery.config.Config.Synchronous;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may come in after a restore: whoever could before. An old backup neither brings back what was
 * revoked since, nor does it shut out whoever got a token since. That needs the database that is
 * replaced; where none can be read, it is as in the backup.
 */
final class AccessAfterRestore {
  private static final Logger LOG = LoggerFactory.getLogger(AccessAfterRestore.class);

  /** Credentials are the same by their secret: after an earlier restore numbers may mean others. */
  private static final String ENDED_SINCE =
      "FROM credential WHERE hash NOT IN (SELECT hash FROM present.credential)";

  private static final String MADE_SINCE =
      "INSERT INTO credential (kind, hash, owner, read_only, created_at)"
          + " SELECT kind, hash, owner, read_only, created_at FROM present.credential"
          + " WHERE kind = 'token' AND hash NOT IN (SELECT hash FROM credential) ORDER BY id";

  private final Path incoming;

  /** Of the database that will be in place. */
  AccessAfterRestore(Path incoming) {
    this.incoming = incoming;
  }

  /** Settles it, as far as the database that is still in place tells. */
  Restored.Access settle(Path present) throws SQLException {
    if (Files.exists(present)) {
      try {
        return asNow(present);
      } catch (SQLException unreadable) {
        // Which may be why there is a restore.
        LOG.warn("The tokens of now are not known: {}", unreadable.getMessage());
      }
    }
    return asThen();
  }

  private Restored.Access asNow(Path present) throws SQLException {
    try (var connection = SqliteSource.of(incoming, Synchronous.FULL).getConnection()) {
      attach(connection, present);
      connection.setAutoCommit(false);
      var users = tokensOf(connection, ENDED_SINCE + " AND kind = 'token'");
      run(connection, "DELETE " + ENDED_SINCE);
      run(connection, MADE_SINCE);
      connection.commit();
      connection.setAutoCommit(true);
      return new Restored.Access(true, users, 0);
    }
  }

  /** Whole, and of the same Hatchery: of another one nobody can tell who was revoked here. */
  private static void attach(Connection connection, Path present) throws SQLException {
    try (var attach = connection.prepareStatement("ATTACH DATABASE ? AS present")) {
      attach.setString(1, present.toAbsolutePath().toString());
      attach.execute();
    }
    if (!texts(connection, "PRAGMA present.quick_check(1)").equals(List.of("ok"))) {
      throw new SQLException("the database is damaged");
    }
    var same = "SELECT hash_key FROM access INTERSECT SELECT hash_key FROM present.access";
    if (texts(connection, same).isEmpty()) {
      throw new SQLException("the backup is of another Hatchery");
    }
  }

  private Restored.Access asThen() throws SQLException {
    try (var connection = SqliteSource.of(incoming, Synchronous.FULL).getConnection()) {
      // Signing in again costs little; of tokens and links somebody may have no others.
      run(connection, "DELETE FROM credential WHERE kind IN ('session', 'ticket')");
      var links = texts(connection, "SELECT id FROM credential WHERE kind = 'share'").size();
      var users = tokensOf(connection, "FROM credential WHERE kind = 'token'");
      return new Restored.Access(false, users, links);
    }
  }

  private static List<String> tokensOf(Connection connection, String which) throws SQLException {
    return texts(connection, "SELECT DISTINCT owner " + which + " ORDER BY owner");
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> texts(Connection connection, String sql) throws SQLException {
    var texts = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }
}
