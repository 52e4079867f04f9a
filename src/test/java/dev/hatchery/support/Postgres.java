package dev.hatchery.support;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL, reached by TCP with a name and a password. Its files survive {@link #stop},
 * and it comes back on the same port.
 */
public final class Postgres implements AutoCloseable {
  private static final String USER = "hatchery";
  private static final String PASSWORD = "egg-shell";
  private static final Duration START_MOST = Duration.ofMinutes(1);
  private static final Duration STOP_MOST = Duration.ofMinutes(1);

  /** As quick as it can be: what a killed process has written is not lost by that. */
  private static final Map<String, String> QUICK =
      Map.of(
          "fsync", "off",
          "full_page_writes", "off",
          "max_connections", "200",
          "autovacuum", "off",
          "shared_buffers", "32MB");

  private final Path files;
  private final Map<String, String> settings;
  private final AtomicInteger databases = new AtomicInteger();
  private EmbeddedPostgres server;

  private Postgres(Path files, Map<String, String> settings) throws IOException {
    this.files = files;
    this.settings = settings;
    this.server = run(FreePorts.one());
    allow();
  }

  /** The one of this JVM, started when it is first asked for and closed with the JVM. */
  private static final class Shared {
    private static final Postgres SERVER = open();

    private static Postgres open() {
      try {
        var files = Files.createTempDirectory("hatchery-postgres");
        var opened = new Postgres(files, QUICK);
        Runtime.getRuntime().addShutdownHook(new Thread(opened::close, "postgres"));
        return opened;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The one that the tests of this JVM share; nobody stops it. */
  public static Postgres shared() {
    return Shared.SERVER;
  }

  /**
   * One of its own for a test that stops it.
   *
   * @param folder where its files are to be, in a folder of their own
   * @param settings of {@code postgresql.conf}, over those that make it quick
   */
  public static Postgres in(Path folder, Map<String, String> settings) throws IOException {
    var all = new HashMap<>(QUICK);
    all.putAll(settings);
    return new Postgres(Files.createTempDirectory(folder, "postgres"), all);
  }

  /** Where it listens. */
  public int port() {
    return server.getPort();
  }

  /** The address of a new empty database. */
  public URI database() {
    return copyOf("template0");
  }

  /** The address of a new database like this one, to which nobody is connected. */
  public URI copyOf(URI template) {
    return copyOf(name(template));
  }

  /** Removes a database, whoever is connected to it. */
  public void drop(URI database) {
    execute("DROP DATABASE \"%s\" WITH (FORCE)".formatted(name(database)));
  }

  /** Runs a statement as the superuser. */
  public void execute(String sql) {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** A connection as the superuser. */
  public Connection connect() throws SQLException {
    return server.getPostgresDatabase().getConnection();
  }

  /** A connection to one of the databases. */
  public static Connection connect(URI database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%d%s"
            .formatted(database.getHost(), database.getPort(), database.getPath()),
        USER,
        PASSWORD);
  }

  /** Cuts the connections of everybody else. */
  public void cutConnections() {
    execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");
  }

  /** Stops it in order, as its operator does, and waits until it is gone. */
  public void stop() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // What we have closed only logs that it takes longer than 5 s.
    await().atMost(STOP_MOST).until(() -> Files.notExists(data().resolve("postmaster.pid")));
  }

  /** Starts it again on the same port and files. */
  public void start() {
    try {
      server = run(server.getPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops and starts it. */
  public void restart() {
    stop();
    start();
  }

  @Override
  public void close() {
    stop();
    try (var all = Files.walk(files)) {
      for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private EmbeddedPostgres run(int port) throws IOException {
    var builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data())
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(START_MOST)
            .setPort(port);
    settings.forEach(builder::setServerConfig);
    return builder.start();
  }

  /** A user who needs the password, as in earnest; the superuser of the fixture needs none. */
  private void allow() throws IOException {
    execute("CREATE ROLE %s LOGIN CREATEDB PASSWORD '%s'".formatted(USER, PASSWORD));
    Files.writeString(
        data().resolve("pg_hba.conf"),
        """
        host all postgres 127.0.0.1/32 trust
        host all postgres ::1/128 trust
        host all all 127.0.0.1/32 scram-sha-256
        """);
    execute("SELECT pg_reload_conf()");
  }

  private Path data() {
    return files.resolve("data");
  }

  private URI copyOf(String template) {
    var name = "hatchery_" + databases.incrementAndGet();
    execute(
        "CREATE DATABASE \"%s\" OWNER %s TEMPLATE \"%s\" STRATEGY FILE_COPY"
            .formatted(name, USER, template));
    return URI.create(
        "postgresql://%s:%s@127.0.0.1:%d/%s".formatted(USER, PASSWORD, server.getPort(), name));
  }

  private static String name(URI database) {
    return database.getPath().substring(1);
  }
}
