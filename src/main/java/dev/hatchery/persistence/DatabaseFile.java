package dev.hatchery.persistence;

import dev.hatchery.config.Config.Synchronous;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A database's file before it is used: it is there, it is whole, and it has our tables. */
final class DatabaseFile {
  static final String NAME = "hatchery.db";

  /** A database of SQLite is these files. */
  static final List<String> SUFFIXES = List.of("", "-wal", "-shm", "-journal");

  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private final Path file;

  DatabaseFile(Path file) {
    this.file = file;
  }

  /** Makes or checks and migrates it; throws {@link StorageException}, changing nothing. */
  void prepare() {
    try {
      if (Files.exists(file)) {
        migrate(checkedVersion());
      } else {
        create();
      }
    } catch (IOException e) {
      throw new StorageException("The database " + file + " cannot be opened.", e);
    }
  }

  /** Checks that a server that runs on it has brought it to our version. */
  void requireNewest() {
    try {
      if (checkedVersion() < Migrations.NEWEST) {
        throw new StorageException(
            "An older Hatchery runs on %s; start this version of it first.".formatted(file));
      }
    } catch (IOException e) {
      throw new StorageException("The database " + file + " cannot be opened.", e);
    }
  }

  /** The version of a whole database's tables. */
  int checkedVersion() throws IOException {
    requireHeader();
    try (var connection = connect()) {
      requireWhole(connection);
      var version = Migrations.SQLITE.version(connection);
      if (version > Migrations.NEWEST) {
        throw new StorageException(
            "The database %s was written by a newer Hatchery (its version is %d, this one knows %d); start that one."
                .formatted(file, version, Migrations.NEWEST));
      }
      return version;
    } catch (SQLException e) {
      throw damaged(e);
    }
  }

  /** Under another name first, so that what has the name is always complete. */
  private void create() throws IOException {
    var unfinished = file.resolveSibling(NAME + ".new");
    for (var suffix : SUFFIXES) {
      Files.deleteIfExists(Path.of(unfinished + suffix));
    }
    migrate(unfinished);
    setAside("start");
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private void migrate(int version) throws IOException {
    if (version == Migrations.NEWEST) {
      return;
    }
    var copy = nameToKeep(String.valueOf(Migrations.NEWEST));
    try (var connection = connect()) {
      new BackupFile(copy).write(connection);
    } catch (SQLException e) {
      throw new StorageException(
          "The database could not be copied to %s before its migration.".formatted(copy), e);
    }
    try {
      migrate(file);
    } catch (StorageException e) {
      if (isStill(version)) {
        // Who is started again and again would fill the disk with copies of the same.
        drop(copy, e);
      }
      throw e;
    }
  }

  /** A copy that cannot be removed does not hide why nobody needs it. */
  static void drop(Path copy, StorageException why) {
    try {
      Files.delete(copy);
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }

  /** Each migration is committed by itself: those before the one that failed are done. */
  private boolean isStill(int version) {
    try (var connection = connect()) {
      return Migrations.SQLITE.version(connection) == version;
    } catch (SQLException e) {
      return false;
    }
  }

  /**
   * A name beside it for what it was before something, such as {@code hatchery-before-12.db}, that
   * nothing has yet: what was kept before is kept on.
   */
  private Path nameToKeep(String before) {
    return Stream.concat(
            Stream.of(""), IntStream.iterate(2, next -> next + 1).mapToObj(next -> "-" + next))
        .map(number -> file.resolveSibling("hatchery-before-%s%s.db".formatted(before, number)))
        .filter(DatabaseFile::free)
        .findFirst()
        .orElseThrow();
  }

  /**
   * Moves all there is of it to a {@link #nameToKeep}. That may be its log alone, where somebody
   * took the file away: SQLite would put it into whatever came in the file's place.
   */
  Path setAside(String before) throws IOException {
    var kept = nameToKeep(before);
    for (var suffix : SUFFIXES) {
      if (Files.exists(Path.of(file + suffix))) {
        Files.move(Path.of(file + suffix), Path.of(kept + suffix));
      }
    }
    return kept;
  }

  private static boolean free(Path name) {
    return SUFFIXES.stream().noneMatch(suffix -> Files.exists(Path.of(name + suffix)));
  }

  /** Brings the tables of a file up to date. */
  static void migrate(Path file) {
    Migrations.SQLITE.run(SqliteSource.of(file, Synchronous.FULL));
  }

  private void requireHeader() throws IOException {
    try (var in = Files.newInputStream(file)) {
      if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
        throw new StorageException(
            file + " is not a database; move it away, or restore a backup with `restore`.");
      }
    }
  }

  private void requireWhole(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("PRAGMA quick_check(1)")) {
      var finding = rows.next() ? rows.getString(1) : "nothing";
      if (!finding.equals("ok")) {
        throw damaged(new SQLException(finding));
      }
    }
  }

  private Connection connect() throws SQLException {
    return SqliteSource.of(file, Synchronous.FULL).getConnection();
  }

  private StorageException damaged(SQLException cause) {
    return StorageProblem.isOutage(cause)
        ? new StorageException("The database %s cannot be read now.".formatted(file), cause)
        : new StorageException(
            "The database %s is damaged; restore a backup with `restore`.".formatted(file), cause);
  }
}
