package dev.hatchery.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fixture does what the tests that use it count on. */
final class PostgresTest {
  @TempDir Path folder;

  @Test
  void whatWasWrittenIsThereAfterARestartOnTheSamePort() throws Exception {
    try (var postgres = Postgres.in(folder, Map.of())) {
      var database = postgres.database();
      try (var connection = Postgres.connect(database);
          var statement = connection.createStatement()) {
        statement.execute("CREATE TABLE word AS SELECT 'moth' AS text");
      }

      postgres.restart();

      try (var connection = Postgres.connect(database);
          var rows = connection.createStatement().executeQuery("SELECT text FROM word")) {
        assertThat(rows.next()).isTrue();
        postgres.cutConnections();
        assertThatThrownBy(() -> connection.createStatement().execute("SELECT 1"))
            .isInstanceOf(SQLException.class);
      }
    }
  }

  @Test
  void eachHasADatabaseOfItsOwnAndNeedsThePassword() {
    var one = Postgres.shared().database();

    assertThat(one).isNotEqualTo(Postgres.shared().database());
    assertThatThrownBy(
            () ->
                DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:%d%s".formatted(one.getPort(), one.getPath()),
                    "hatchery",
                    "wrong"))
        .hasMessageContaining("password authentication failed");
    Postgres.shared().drop(one);
  }
}
