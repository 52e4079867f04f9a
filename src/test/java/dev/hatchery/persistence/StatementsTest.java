package dev.hatchery.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.hatchery.config.Config.Synchronous;
import dev.hatchery.config.DatabaseUrl;
import dev.hatchery.support.Postgres;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class StatementsTest {
  private static final Path SQL = Path.of("src/main/resources/sql");
  private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");

  /** SQLite numbers parameters by where they first appear, PostgreSQL by their number. */
  @ParameterizedTest
  @MethodSource("files")
  void parametersFirstAppearInTheirOrder(Path file) throws IOException {
    var sql = Files.readString(file).replaceAll("--.*", "");
    var appearing =
        PARAMETER
            .matcher(sql)
            .results()
            .map(found -> Integer.valueOf(found.group(1)))
            .distinct()
            .toList();

    assertThat(appearing).isEqualTo(IntStream.rangeClosed(1, appearing.size()).boxed().toList());
    assertThat(sql).doesNotContain("?", ";");
  }

  @Test
  void everyFileIsUsedAndEveryStatementHasAFile() throws IOException {
    var sources = new StringBuilder();
    try (var files = Files.list(Path.of("src/main/java/dev/hatchery/persistence"))) {
      for (var file : files.toList()) {
        sources.append(Files.readString(file));
      }
    }
    for (var file : files()) {
      assertThat(sources.toString()).contains('"' + name(SQL.relativize(file).toString()) + '"');
    }
  }

  @ParameterizedTest
  @EnumSource
  void theNewestMigrationIsTheOneTheProgramKnows(Migrations migrations) throws IOException {
    try (var files = Files.list(Path.of("src/main/resources", migrations.location()))) {
      var versions =
          files
              .map(
                  file ->
                      Integer.valueOf(
                          file.getFileName().toString().replaceAll("V(\\d+)__.*", "$1")))
              .sorted()
              .toList();
      assertThat(versions).endsWith(Migrations.NEWEST).doesNotHaveDuplicates();
    }
  }

  /** Which tells types that do not fit, and columns that there are not. */
  @Test
  void sqliteTakesEveryStatement(@TempDir Path folder) throws SQLException, IOException {
    var file = folder.resolve("hatchery.db");
    new DatabaseFile(file).prepare();
    var statements = new Statements(Dialect.SQLITE);
    try (var connection = SqliteSource.of(file, Synchronous.OFF).getConnection()) {
      for (var name : names(Dialect.POSTGRESQL)) {
        try (var statement = connection.prepareStatement(statements.text(name))) {
          assertThat(statement).as(name).isNotNull();
        }
      }
    }
  }

  @Test
  void postgresTakesEveryStatement() throws IOException {
    var database = Postgres.shared().database();
    var server = new PostgresServer(DatabaseUrl.of(database.toString()));
    server.prepare();
    var statements = new Statements(Dialect.POSTGRESQL);
    var vertx = Vertx.vertx();
    var pool = PgBuilder.pool().using(vertx).connectingTo(server.options()).build();
    var connection = StorageFixture.await(pool.getConnection());
    for (var name : names(Dialect.SQLITE)) {
      assertThatCode(() -> StorageFixture.await(connection.prepare(statements.text(name))))
          .as(name)
          .doesNotThrowAnyException();
    }
    StorageFixture.await(vertx.close());
    Postgres.shared().drop(database);
  }

  /** The names of all statements but those that only the other database has. */
  private static SortedSet<String> names(Dialect other) throws IOException {
    var names = new TreeSet<String>();
    for (var file : files()) {
      var path = SQL.relativize(file).toString();
      if (!path.endsWith("." + other.word() + ".sql")) {
        names.add(name(path));
      }
    }
    return names;
  }

  private static String name(String path) {
    return path.replaceAll("(\\.(sqlite|postgresql))?\\.sql$", "");
  }

  static List<Path> files() throws IOException {
    try (var files = Files.walk(SQL)) {
      return files.filter(file -> file.toString().endsWith(".sql")).toList();
    }
  }
}
