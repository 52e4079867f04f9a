package dev.hatchery.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.config.Config.Synchronous;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.jdbcclient.JDBCPool;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** What the JDBC client loses by itself, and does not lose over connections that heal. */
@SuppressWarnings("NullAway.Init")
final class HealingTest {
  private static final UnaryOperator<DataSource> RAW = UnaryOperator.identity();
  private static final UnaryOperator<DataSource> HEALED = Healing::of;

  @TempDir Path directory;
  private final List<Connection> opened = new CopyOnWriteArrayList<>();
  private Vertx vertx;

  @BeforeEach
  void open() throws SQLException {
    vertx = Vertx.vertx();
    try (var connection = source().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE word (text TEXT UNIQUE)");
    }
  }

  @AfterEach
  void close() {
    StorageFixture.await(vertx.close());
  }

  @Test
  void aStatementAfterATransactionIsLostByTheClientAlone() throws SQLException {
    var pool = pool(RAW);
    await(inTransaction(pool, "a"));
    await(insert(pool, "b"));

    assertThat(words()).containsExactly("a");
  }

  @Test
  void aStatementAfterATransactionIsKept() throws SQLException {
    var pool = pool(HEALED);
    await(inTransaction(pool, "a"));
    await(insert(pool, "b"));
    await(inTransaction(pool, "c"));
    await(inTransaction(pool, "d"));

    assertThat(words()).containsExactly("a", "b", "c", "d");
  }

  @Test
  void aStatementAfterARollbackIsLostByTheClientAlone() throws SQLException {
    var pool = pool(RAW);
    failTransaction(pool);
    await(insert(pool, "b"));

    assertThat(words()).isEmpty();
  }

  @Test
  void aStatementAfterARollbackIsKeptAndWhatWasRolledBackIsNot() throws SQLException {
    var pool = pool(HEALED);
    failTransaction(pool);
    await(insert(pool, "b"));
    failTransaction(pool);
    await(inTransaction(pool, "c"));

    assertThat(words()).containsExactly("b", "c");
  }

  @Test
  void aBrokenConnectionStaysBrokenForTheClientAlone() throws SQLException {
    var pool = pool(RAW);
    await(insert(pool, "a"));
    opened.getLast().close();

    assertThatThrownBy(() -> await(insert(pool, "b"))).hasRootCauseInstanceOf(SQLException.class);
    assertThatThrownBy(() -> await(insert(pool, "c"))).hasRootCauseInstanceOf(SQLException.class);
  }

  @Test
  void aBrokenConnectionIsReplaced() throws SQLException {
    var pool = pool(HEALED);
    await(insert(pool, "a"));
    opened.getLast().close();
    await(insert(pool, "b"));
    opened.getLast().close();
    await(inTransaction(pool, "c"));

    assertThat(words()).containsExactly("a", "b", "c");
  }

  @Test
  void aConnectionThatBreaksWithinATransactionSavesNoneOfIt() throws SQLException {
    var pool = pool(HEALED);
    var broken =
        pool.withTransaction(
            connection ->
                connection
                    .query("INSERT INTO word VALUES ('a')")
                    .execute()
                    .compose(done -> breakConnection())
                    .compose(done -> connection.query("INSERT INTO word VALUES ('b')").execute()));
    assertThatThrownBy(() -> await(broken)).isNotNull();
    await(inTransaction(pool, "c"));

    assertThat(words()).containsExactly("c");
  }

  @Test
  void aTransactionThatCouldNotBeginLeavesTheConnectionWhole() throws SQLException {
    var pool = pool(HEALED);
    try (var other = source().getConnection();
        var statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      assertThatThrownBy(() -> await(inTransaction(pool, "a"))).hasMessageContaining("BUSY");
      statement.execute("ROLLBACK");
    }
    await(insert(pool, "b"));
    await(inTransaction(pool, "c"));

    assertThat(words()).containsExactly("b", "c");
  }

  private Future<?> breakConnection() {
    try {
      opened.getLast().close();
      return Future.succeededFuture();
    } catch (SQLException e) {
      return Future.failedFuture(e);
    }
  }

  private void failTransaction(Pool pool) {
    var failing =
        pool.withTransaction(
            connection ->
                connection
                    .query("INSERT INTO word VALUES ('x')")
                    .execute()
                    .compose(done -> Future.failedFuture("changed my mind")));
    assertThatThrownBy(() -> await(failing)).hasMessageContaining("changed my mind");
  }

  private static Future<?> inTransaction(Pool pool, String word) {
    return pool.withTransaction(
        connection -> connection.query("INSERT INTO word VALUES ('" + word + "')").execute());
  }

  private static Future<?> insert(Pool pool, String word) {
    return pool.query("INSERT INTO word VALUES ('" + word + "')").execute();
  }

  private Pool pool(UnaryOperator<DataSource> wrapped) {
    return JDBCPool.pool(vertx, wrapped.apply(source()), new PoolOptions().setMaxSize(1));
  }

  private DataSource source() {
    var config =
        ((SQLiteDataSource) SqliteSource.of(directory.resolve("words.db"), Synchronous.OFF))
            .getConfig();
    config.setBusyTimeout(100);
    var source =
        new SQLiteDataSource(config) {
          @Override
          public Connection getConnection() throws SQLException {
            opened.add(super.getConnection());
            return opened.getLast();
          }
        };
    source.setUrl("jdbc:sqlite:" + directory.resolve("words.db"));
    return source;
  }

  /** As others see it. */
  private List<String> words() throws SQLException {
    var words = new CopyOnWriteArrayList<String>();
    try (var connection = source().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT text FROM word ORDER BY text")) {
      while (rows.next()) {
        words.add(rows.getString(1));
      }
    }
    return words;
  }

  private static <T> T await(Future<T> future) {
    return StorageFixture.await(future);
  }
}
