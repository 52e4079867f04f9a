package dev.hatchery.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.config.Config.Synchronous;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Learning;
import dev.hatchery.protocol.RunId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What a start makes of the file that it finds. */
final class DatabaseFileTest extends StorageFixture {
  @Test
  void aDatabaseOfANewerProgramStopsTheStart() throws SQLException {
    some();
    execute(
        "INSERT INTO flyway_schema_history SELECT 99, '99', description, type, script, checksum,"
            + " installed_by, installed_on, execution_time, success FROM flyway_schema_history"
            + " LIMIT 1");

    refusesToStart("newer Hatchery");
  }

  @Test
  void whatIsNoDatabaseStopsTheStartAndIsLeftAlone() throws IOException {
    Files.writeString(file(), "my diary");

    refusesToStart("is not a database");
    assertThat(file()).hasContent("my diary");
  }

  @Test
  void anEmptyFileStopsTheStart() throws IOException {
    Files.createFile(file());

    refusesToStart("is not a database");
  }

  @Test
  void aTruncatedDatabaseStopsTheStart() throws IOException {
    some();
    try (var channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() / 2);
    }

    refusesToStart("is damaged");
  }

  @Test
  void aCorruptDatabaseStopsTheStart() throws IOException {
    some();
    try (var channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
      for (var page = 4096L; page < channel.size(); page += 4096) {
        channel.write(ByteBuffer.wrap("rubbish rubbish".getBytes(StandardCharsets.US_ASCII)), page);
      }
    }

    refusesToStart("is damaged");
  }

  @Test
  void aFirstStartThatWasKilledIsBegunAgain() throws IOException {
    Files.writeString(data.resolve("hatchery.db.new"), "half");

    start();

    assertThat(read(0).head()).isZero();
    assertThat(data.resolve("hatchery.db.new")).doesNotExist();
  }

  @Test
  void aNewDatabaseTakesNothingInFromTheLogOfOneThatIsGone() throws IOException {
    start();
    create(ADA, "moth");
    stopAndLoseAllButTheLog();

    start();

    assertThat(create(BOB, "owl").number()).isOne();
    assertThat(data.resolve("hatchery-before-start.db-wal")).exists();
  }

  @Test
  void aDatabaseThatWasClosedIsOneFile() throws IOException {
    some();

    try (var files = Files.list(data)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.startsWith("hatchery"))
          .containsExactly(DatabaseFile.NAME);
    }
  }

  @Test
  void anOlderDatabaseIsCopiedBeforeItIsMigrated() throws SQLException {
    try (var connection = SqliteSource.of(file(), Synchronous.OFF).getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE keepsake (text TEXT)");
      statement.execute(
          "CREATE TABLE flyway_schema_history (installed_rank INT PRIMARY KEY, version TEXT,"
              + " description TEXT, type TEXT, script TEXT, checksum INT, installed_by TEXT,"
              + " installed_on TEXT, execution_time INT, success BOOLEAN)");
    }

    start();

    assertThat(create(ADA, "moth").number()).isOne();
    try (var connection = SqliteSource.of(copy(), Synchronous.OFF).getConnection();
        var statement = connection.createStatement()) {
      assertThat(statement.executeQuery("SELECT count(*) FROM keepsake").getInt(1)).isZero();
      assertThat(
              statement
                  .executeQuery("SELECT count(*) FROM sqlite_master WHERE name = 'event'")
                  .getInt(1))
          .isZero();
    }
  }

  @Test
  void whatTheFirstVersionKeptIsThereAfterTheNewest() throws SQLException {
    migrateTo(1);
    execute(
        "INSERT INTO run VALUES ('0123456789abcdefghijklmnop', 1, 'ada', 'hatch',"
            + " '{\"is\":\"Hatch\",\"description\":\"moth\",\"seed\":7}', NULL, 'succeeded', 100,"
            + " 100, 'avatar', 'Done.', NULL, NULL, 1, 2, 3, 1, NULL, NULL, NULL, 1, 0, 9, 9,"
            + " '[{\"name\":\"llm\",\"from\":0,\"to\":25}]',"
            + " '{\"is\":\"Hatching\",\"persona\":null,\"personaFallback\":false}', NULL, NULL)");

    start();

    assertThat(find(new RunId("0123456789abcdefghijklmnop")).lastSeq()).isEqualTo(9);
    assertThat(ask(Addresses.COUNT, new Learning.Count(ADA, 30)).numbers().phases()).isEmpty();
    assertThat(copy()).exists();
  }

  @Test
  void theCopyOfAFirstAttemptOutlastsThoseThatFollow() throws IOException, SQLException {
    migrateTo(9);
    // The tenth succeeds, the eleventh fails.
    execute("DROP VIEW placed_run");

    refusesToStart("could not be brought up to date");
    assertThat(version(file())).isEqualTo(10);
    refusesToStart("could not be brought up to date");
    refusesToStart("could not be brought up to date");

    assertThat(version(copy())).isEqualTo(9);
    try (var files = Files.list(data)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.startsWith("hatchery-before-"))
          .containsExactly(copy().getFileName().toString());
    }
  }

  @Test
  void aCopyThatIsThereIsNotReplaced() throws IOException {
    Files.writeString(copy(), "kept");
    migrateTo(9);

    start();

    assertThat(copy()).hasContent("kept");
    assertThat(data.resolve("hatchery-before-%d-2.db".formatted(Migrations.NEWEST))).exists();
  }

  @Test
  void aCopyThatCannotBeRemovedDoesNotHideWhyTheMigrationFailed() throws IOException {
    Files.createDirectories(copy().resolve("in the way"));
    var why = new StorageException("The database could not be brought up to date.");

    DatabaseFile.drop(copy(), why);

    assertThat(why.getSuppressed()).hasExactlyElementsOfTypes(DirectoryNotEmptyException.class);
  }

  private void migrateTo(int version) {
    Flyway.configure()
        .dataSource(SqliteSource.of(file(), Synchronous.OFF))
        .locations("classpath:" + Migrations.SQLITE.location())
        .target(String.valueOf(version))
        .load()
        .migrate();
  }

  private static int version(Path file) throws SQLException {
    try (var connection = SqliteSource.of(file, Synchronous.OFF).getConnection()) {
      return Migrations.SQLITE.version(connection);
    }
  }

  private void some() {
    start();
    var run = create(ADA, "moth");
    ask(Addresses.APPEND, ticks(run.id(), 0, 1, 500));
    stop();
  }

  private void refusesToStart(String words) {
    assertThatThrownBy(this::start)
        .hasRootCauseInstanceOf(Exception.class)
        .satisfies(
            failure ->
                assertThat(failure.getCause())
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining(words));
  }

  private void execute(String sql) throws SQLException {
    try (var connection = SqliteSource.of(file(), Synchronous.OFF).getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Path copy() {
    return data.resolve("hatchery-before-%d.db".formatted(Migrations.NEWEST));
  }

  private Path file() {
    return data.resolve(DatabaseFile.NAME);
  }
}
