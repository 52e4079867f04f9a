package dev.hatchery.persistence;

import dev.hatchery.config.Config.Synchronous;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Puts a backup in the place of the database, while nothing runs. */
public final class Restore {
  /** More than could have been appended since any backup, so that no id is ever given twice. */
  private static final long JUMP = 1_000_000;

  private final Path data;

  /** A restore into this data directory. */
  public Restore(Path data) {
    this.data = data;
  }

  /**
   * Checks the backup and puts it in place; the database that was there is kept beside it, and who
   * may come in stays as it was there.
   *
   * @throws StorageException with a sentence for people; the database is as it was then
   */
  public Restored from(Path backup) {
    try (var lock = DataLock.take(data)) {
      if (!Files.isRegularFile(backup)) {
        throw new StorageException("There is no backup " + backup + ".");
      }
      var incoming = incoming(backup);
      jump(incoming);
      var access = new AccessAfterRestore(incoming).settle(data.resolve(DatabaseFile.NAME));
      var kept = keepOld();
      Files.move(incoming, data.resolve(DatabaseFile.NAME), StandardCopyOption.ATOMIC_MOVE);
      return new Restored(kept, access);
    } catch (IOException | SQLException e) {
      throw new StorageException("The backup " + backup + " cannot be restored.", e);
    }
  }

  /** A copy, brought up to date: the backup itself is not touched. */
  private Path incoming(Path backup) throws IOException {
    var incoming = data.resolve(DatabaseFile.NAME + ".incoming");
    for (var suffix : DatabaseFile.SUFFIXES) {
      Files.deleteIfExists(Path.of(incoming + suffix));
    }
    Files.copy(backup, incoming);
    if (new DatabaseFile(incoming).checkedVersion() == 0) {
      throw new StorageException(backup + " is not a backup of Hatchery.");
    }
    DatabaseFile.migrate(incoming);
    return incoming;
  }

  private static void jump(Path incoming) throws SQLException {
    try (var connection = SqliteSource.of(incoming, Synchronous.FULL).getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      hole(statement);
      statement.execute("UPDATE journal_head SET last = last + " + JUMP);
      // Who worked on a run when the backup was made does not any more.
      statement.execute(
          "UPDATE run SET node = NULL, lease = NULL, epoch = epoch + 1 WHERE finished_at IS NULL");
      end(connection);
    }
  }

  private static void hole(Statement statement) throws SQLException {
    statement.execute(
        "INSERT INTO journal_hole (after_id, up_to) SELECT last, last + %d FROM journal_head"
            .formatted(JUMP));
  }

  private static void end(Connection connection) throws SQLException {
    connection.commit();
    connection.setAutoCommit(true);
  }

  private Path keepOld() throws IOException {
    var old = data.resolve(DatabaseFile.NAME);
    var present = Files.exists(old);
    var kept = new DatabaseFile(old).setAside("restore");
    return present ? kept : old;
  }
}
