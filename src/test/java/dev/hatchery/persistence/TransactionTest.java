package dev.hatchery.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.config.Config.Synchronous;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transactions in one piece, on connections that heal. */
@SuppressWarnings("NullAway.Init")
final class TransactionTest {
  private final Statements statements = new Statements(Dialect.SQLITE);
  private final List<Connection> opened = new ArrayList<>();
  @TempDir Path directory;
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    try (var fresh = source().getConnection();
        var statement = fresh.createStatement()) {
      statement.execute("CREATE TABLE word (text TEXT UNIQUE)");
      statement.execute(
          "CREATE TABLE use (word TEXT REFERENCES word (text) DEFERRABLE INITIALLY DEFERRED)");
    }
    connection = Healing.of(source()).getConnection();
  }

  private DataSource source() {
    var real = SqliteSource.of(directory.resolve("words.db"), Synchronous.OFF);
    return (DataSource)
        java.lang.reflect.Proxy.newProxyInstance(
            DataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, args) -> {
              opened.add(real.getConnection());
              return opened.getLast();
            });
  }

  /** Runs these, then what happens last. */
  private void together(Runnable last, String... sql) throws SQLException {
    new Transaction<>(
            new Prepared(statements),
            at -> {
              try (var statement = connection.createStatement()) {
                for (var one : sql) {
                  statement.execute(one);
                }
              }
              last.run();
              return sql.length;
            })
        .execute(connection);
  }

  private static String word(String word) {
    return "INSERT INTO word VALUES ('" + word + "')";
  }

  private static void changeOnesMind() {
    throw new IllegalStateException("changed my mind");
  }

  private static void nothing() {}

  /** As others see it. */
  private List<String> words() throws SQLException {
    var words = new ArrayList<String>();
    try (var other = source().getConnection();
        var statement = other.createStatement();
        var rows = statement.executeQuery("SELECT text FROM word ORDER BY text")) {
      while (rows.next()) {
        words.add(rows.getString(1));
      }
    }
    return words;
  }

  @Test
  void oneAfterTheOtherIsKeptAndSoIsWhatIsWrittenBetween() throws SQLException {
    together(TransactionTest::nothing, word("a"), word("b"));
    try (var statement = connection.createStatement()) {
      statement.execute(word("c"));
    }
    together(TransactionTest::nothing, word("d"));

    assertThat(words()).containsExactly("a", "b", "c", "d");
  }

  @Test
  void whatIsTakenBackIsNotThereAndTheNextIsWhole() throws SQLException {
    assertThatThrownBy(() -> together(TransactionTest::changeOnesMind, word("a")))
        .hasMessage("changed my mind");
    assertThatThrownBy(() -> together(TransactionTest::changeOnesMind, word("b")))
        .hasMessage("changed my mind");
    together(TransactionTest::nothing, word("c"));

    assertThat(words()).containsExactly("c");
  }

  @Test
  void afterACommitThatFailedTheNextIsATransactionAgain() throws SQLException {
    assertThatThrownBy(
            () ->
                together(TransactionTest::nothing, word("a"), "INSERT INTO use VALUES ('unknown')"))
        .isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> together(TransactionTest::changeOnesMind, word("b")))
        .hasMessage("changed my mind");
    together(TransactionTest::nothing, word("c"));

    assertThat(words()).containsExactly("c");
  }

  @Test
  void aConnectionThatBreaksWithinSavesNoneOfItAndIsReplaced() throws SQLException {
    assertThatThrownBy(() -> together(this::breakConnection, word("a")))
        .isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> together(TransactionTest::changeOnesMind, word("b")))
        .hasMessage("changed my mind");
    together(TransactionTest::nothing, word("c"));

    assertThat(words()).containsExactly("c");
  }

  private void breakConnection() {
    try {
      opened.getLast().close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
