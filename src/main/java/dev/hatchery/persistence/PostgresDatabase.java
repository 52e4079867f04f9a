package dev.hatchery.persistence;

import dev.hatchery.config.DatabaseUrl;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open database of PostgreSQL, which several nodes share. Whoever only reads cannot keep the
 * journal from a connection.
 */
final class PostgresDatabase implements Database {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresDatabase.class);
  private static final int READERS = 6;
  private static final int WRITERS = 4;

  /** How many a node has at most. */
  static final int CONNECTIONS = READERS + WRITERS;

  private static final int ATTEMPTS = 3;

  private final Statements statements = new Statements(Dialect.POSTGRESQL);
  private final Pool writers;
  private final Pool readers;

  private PostgresDatabase(Pool writers, Pool readers) {
    this.writers = writers;
    this.readers = readers;
  }

  /** Opens, and makes or migrates where needed; fails with a {@link StorageException}. */
  static Future<Database> open(Vertx vertx, DatabaseUrl url) {
    var server = new PostgresServer(url);
    return vertx
        .executeBlocking(
            () -> {
              server.prepare();
              return server.options();
            })
        .map(
            options ->
                new PostgresDatabase(pool(vertx, options, WRITERS), pool(vertx, options, READERS)));
  }

  @Override
  public Sql read() {
    return new Sql(statements, readers);
  }

  @Override
  public Sql write() {
    return new Sql(statements, writers);
  }

  @Override
  public <T> Future<T> together(Function<Sql, Future<T>> steps) {
    return insisting(
        ATTEMPTS,
        () ->
            writers.withTransaction(
                connection -> steps.apply(new Sql(statements, quiet(connection)))));
  }

  @Override
  public <T> Future<T> atOnce(Steps<T> steps) {
    return insisting(
        ATTEMPTS, () -> writers.withTransaction(connection -> aside(quiet(connection), steps)));
  }

  @Override
  public Future<Void> checkpoint() {
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> close() {
    return Future.join(writers.close(), readers.close()).mapEmpty();
  }

  /** On a thread that may wait for each statement. */
  private <T> Future<T> aside(SqlConnection connection, Steps<T> steps) {
    Promise<T> taken = Promise.promise();
    Thread.ofVirtual()
        .name("storage")
        .start(
            () -> {
              try {
                var sql = new AwaitingSql(new Sql(statements, connection));
                var result = steps.take(sql);
                sql.settle();
                taken.complete(result);
              } catch (Throwable e) {
                taken.fail(e);
              }
            });
    return taken.future();
  }

  /** What breaks a connection fails its statement too; the client would print it besides. */
  private static SqlConnection quiet(SqlConnection connection) {
    return connection.exceptionHandler(
        failure -> LOG.debug("A connection to the database broke", failure));
  }

  /** What the server has taken back for the sake of others is done anew. */
  private static <T> Future<T> insisting(int attempts, Supplier<Future<T>> transaction) {
    return transaction
        .get()
        .recover(
            failure ->
                attempts > 1 && StorageProblem.isCollision(failure)
                    ? insisting(attempts - 1, transaction)
                    : Future.failedFuture(failure));
  }

  private static Pool pool(Vertx vertx, PgConnectOptions options, int size) {
    return PgBuilder.pool()
        .using(vertx)
        .connectingTo(options)
        .with(
            new PoolOptions()
                .setMaxSize(size)
                .setIdleTimeout(PostgresServer.REST_MOST_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setConnectionTimeout(PostgresServer.PATIENCE_SECONDS)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS))
        .with(
            new NetClientOptions()
                .setTcpKeepAlive(true)
                .setConnectTimeout(PostgresServer.PATIENCE_SECONDS * 1000)
                // What rests in the pool goes before that, so it is a server that does not answer.
                .setReadIdleTimeout(PostgresServer.SILENCE_MOST_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS))
        .build();
  }
}
