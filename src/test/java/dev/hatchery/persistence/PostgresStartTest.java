package dev.hatchery.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.config.Config.Synchronous;
import dev.hatchery.config.DatabaseUrl;
import dev.hatchery.support.Postgres;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A shared database at the start of a node. */
@SuppressWarnings("NullAway.Init")
final class PostgresStartTest extends StorageFixture {
  private URI database;

  @BeforeEach
  void make() {
    database = Postgres.shared().database();
  }

  @AfterEach
  void drop() {
    Postgres.shared().drop(database);
  }

  private void refused(String url, String sentence) {
    shared = DatabaseUrl.of(url);
    assertThatThrownBy(() -> await(vertx.deployVerticle(verticle(Synchronous.FULL))))
        .hasCauseInstanceOf(StorageException.class)
        .hasMessageContaining(sentence)
        .message()
        .contains("postgresql://hatchery@127.0.0.1:")
        .doesNotContain("egg-shell");
  }

  private String with(String part, String other) {
    return database.toString().replace(part, other);
  }

  private void execute(String sql) throws SQLException {
    try (var connection = Postgres.connect(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void whoMayNotComeInIsToldSo() {
    refused(with("egg-shell", "egg-white"), "does not let this user in");
  }

  @Test
  void aDatabaseThatThereIsNotIsToBeMade() {
    refused(with(database.getPath(), "/nowhere"), "There is no database");
  }

  @Test
  void aServerThatThereIsNotIsNamed() {
    refused(with(":" + database.getPort(), ":1"), "cannot be used now");
  }

  @Test
  void aDatabaseOfANewerHatcheryIsLeftAlone() throws SQLException {
    new PostgresServer(DatabaseUrl.of(database.toString())).prepare();
    execute("UPDATE flyway_schema_history SET version = '1000' WHERE version = '9'");

    refused(database.toString(), "was written by a newer Hatchery (its version is 1000");
  }

  @Test
  void aDatabaseWithTablesOfSomebodyElseIsLeftAlone() throws SQLException {
    execute("CREATE TABLE theirs (it TEXT)");

    refused(database.toString(), "has tables of something else");
  }

  @Test
  void aDatabaseThatCannotKeepEveryTextIsRefused() {
    Postgres.shared()
        .execute(
            "CREATE DATABASE narrow OWNER hatchery TEMPLATE template0 ENCODING 'LATIN1' LOCALE"
                + " 'C'");

    refused(with(database.getPath(), "/narrow"), "keeps text as LATIN1");
    Postgres.shared().execute("DROP DATABASE narrow");
  }

  @Test
  void ofManyThatStartAtOnceOneMakesTheTables() throws Exception {
    var server = new PostgresServer(DatabaseUrl.of(database.toString()));
    try (var nodes = Executors.newFixedThreadPool(5)) {
      Callable<Boolean> start =
          () -> {
            server.prepare();
            return true;
          };
      for (var started : nodes.invokeAll(List.of(start, start, start, start, start))) {
        assertThat(started.get()).isTrue();
      }
    }
    try (Connection connection = Postgres.connect(database)) {
      assertThat(Migrations.POSTGRESQL.version(connection)).isEqualTo(Migrations.NEWEST);
    }
  }

  @Test
  void nothingIsKeptInTheDataDirectory() {
    shared = DatabaseUrl.of(database.toString());
    start();

    assertThat(data).isEmptyDirectory();
    stop();
  }

  @Test
  void whatTheNotesHaveDoneAfterARestoreLeavesAHoleInTheJournal() throws Exception {
    new PostgresServer(DatabaseUrl.of(database.toString())).prepare();
    var notes = Files.readString(Path.of("src/docs/cluster.md"));
    execute(notes.replaceAll("(?s).*```sql\n(INSERT INTO journal_hole.*?)```.*", "$1"));
    shared = DatabaseUrl.of(database.toString());
    start();

    assertThat(read(5).head()).isEqualTo(1_000_000);
    assertThat(read(5).tail()).isEqualTo(1_000_000);
    stop();
  }
}
