package dev.hatchery.persistence;

import dev.hatchery.config.Config.Synchronous;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** Copies the whole database past the server that may be running on it, as SQLite allows. */
public final class Backup {
  private final Path database;

  /** A backup of this data directory. */
  public Backup(Path data) {
    database = data.resolve(DatabaseFile.NAME);
  }

  /**
   * Writes the copy.
   *
   * @param file does not exist yet, in a directory that does
   * @throws StorageException with a sentence for people; there is no file then
   */
  public void to(Path file) {
    var whole = file.toAbsolutePath();
    check(whole);
    try (var connection = SqliteSource.of(database, Synchronous.FULL).getConnection()) {
      new BackupFile(whole).write(connection);
    } catch (IOException | SQLException e) {
      throw new StorageException("The backup " + file + " cannot be written.", e);
    }
  }

  private void check(Path file) {
    if (!Files.isRegularFile(database)) {
      throw new StorageException("There is no database " + database + ".");
    }
    if (Files.exists(file)) {
      throw new StorageException(file + " exists already; choose another name.");
    }
    if (file.getParent() == null || !Files.isDirectory(file.getParent())) {
      throw new StorageException("There is no directory for " + file + ".");
    }
  }
}
