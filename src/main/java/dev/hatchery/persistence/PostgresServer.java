package dev.hatchery.persistence;

import dev.hatchery.config.DatabaseUrl;
import dev.hatchery.config.DatabaseUrl.Encryption;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of PostgreSQL before it is used: it answers, it suits us, and it has our tables. */
final class PostgresServer {
  /** How long to wait for a connection. */
  static final int PATIENCE_SECONDS = 5;

  /** How long a connection may have nothing to do. */
  static final int REST_MOST_SECONDS = 10;

  /** How long the server may say nothing; longer than any statement may take. */
  static final int SILENCE_MOST_SECONDS = 20;

  private static final int OLDEST = 14;
  private static final String WRONG_PASSWORD = "28";
  private static final String NO_DATABASE = "3D";

  /**
   * Told to the server by each connection. A node that is stopped in the middle of a transaction
   * must not hold its locks for long: others wait for the head of the journal.
   */
  private static final Map<String, String> PROPERTIES =
      Map.of(
          "application_name", "hatchery",
          "lock_timeout", "5s",
          "statement_timeout", "15s",
          "idle_in_transaction_session_timeout", "2s");

  private final DatabaseUrl url;

  PostgresServer(DatabaseUrl url) {
    this.url = url;
  }

  /** Makes, or checks and migrates the tables; throws {@link StorageException}. */
  void prepare() {
    try (var connection = source().getConnection()) {
      if (!isNewest(connection)) {
        Migrations.POSTGRESQL.run(source());
      }
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  /** Whether it has the tables of our version; throws where we may not use it at all. */
  boolean isNewest(Connection connection) throws SQLException {
    requireNewEnough(connection);
    requireUnicode(connection);
    requireOurs(connection);
    return version(connection) == Migrations.NEWEST;
  }

  private int version(Connection connection) throws SQLException {
    var version = Migrations.POSTGRESQL.version(connection);
    if (version > Migrations.NEWEST) {
      throw new StorageException(
          "The database %s was written by a newer Hatchery (its version is %d, this one knows %d); start that one."
              .formatted(url, version, Migrations.NEWEST));
    }
    return version;
  }

  /** Connections that wait for each statement, for what happens seldom. */
  DataSource source() {
    var source = new PGSimpleDataSource();
    source.setServerNames(new String[] {url.host()});
    source.setPortNumbers(new int[] {url.port()});
    source.setDatabaseName(url.name());
    source.setUser(url.user());
    source.setPassword(url.password().reveal());
    source.setConnectTimeout(PATIENCE_SECONDS);
    source.setApplicationName("hatchery");
    source.setSslMode(
        switch (url.encryption()) {
          case NONE -> "disable";
          case REQUIRE -> "require";
          case VERIFY_FULL -> "verify-full";
        });
    if (url.encryption() == Encryption.VERIFY_FULL) {
      source.setSslfactory("org.postgresql.ssl.DefaultJavaSSLFactory");
    }
    return source;
  }

  /** Connections of the other client, which waits for nothing. */
  PgConnectOptions options() {
    var options =
        new PgConnectOptions()
            .setHost(url.host())
            .setPort(url.port())
            .setDatabase(url.name())
            .setUser(url.user())
            .setPassword(url.password().reveal())
            .setCachePreparedStatements(true)
            .setProperties(PROPERTIES);
    return switch (url.encryption()) {
      case NONE -> options.setSslMode(SslMode.DISABLE);
      case REQUIRE ->
          options
              .setSslMode(SslMode.REQUIRE)
              .setSslOptions(new ClientSSLOptions().setTrustAll(true));
      case VERIFY_FULL ->
          options
              .setSslMode(SslMode.VERIFY_FULL)
              .setSslOptions(new ClientSSLOptions().setHostnameVerificationAlgorithm("HTTPS"));
    };
  }

  private void requireNewEnough(Connection connection) throws SQLException {
    var version = connection.getMetaData().getDatabaseMajorVersion();
    if (version < OLDEST) {
      throw new StorageException(
          "The database %s is of PostgreSQL %d; Hatchery needs %d or newer."
              .formatted(url, version, OLDEST));
    }
  }

  private void requireUnicode(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SHOW server_encoding")) {
      if (!rows.next() || !rows.getString(1).equals("UTF8")) {
        throw new StorageException(
            "The database %s keeps text as %s; make one with ENCODING 'UTF8'."
                .formatted(url, rows.getString(1)));
      }
    }
  }

  private void requireOurs(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT 1 FROM pg_tables WHERE schemaname = current_schema()"
                    + " AND to_regclass('flyway_schema_history') IS NULL LIMIT 1")) {
      if (rows.next()) {
        throw new StorageException(
            "The database %s has tables of something else; give Hatchery one of its own."
                .formatted(url));
      }
    }
  }

  /** What went wrong, in words. */
  StorageException unusable(SQLException cause) {
    var state = Objects.requireNonNullElse(cause.getSQLState(), "");
    var sentence =
        state.startsWith(WRONG_PASSWORD)
            ? "The database %s does not let this user in; check the name and the password in its"
                + " address."
            : state.startsWith(NO_DATABASE)
                ? "There is no database %s; make it with: createdb."
                : "The database %s cannot be used now (%s)."
                    .formatted("%s", Objects.toString(cause.getMessage()).replace("%", "%%"));
    return new StorageException(sentence.formatted(url), cause);
  }
}
