package dev.hatchery.persistence;

import dev.hatchery.config.Config.Synchronous;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.jdbcclient.JDBCPool;
import io.vertx.jdbcclient.impl.ConnectionImpl;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.internal.SqlConnectionInternal;
import java.nio.file.Path;
import java.util.function.Function;

/** An open file of SQLite: one connection that writes, a few that read. */
final class SqliteDatabase implements Database {
  private static final int READERS = 4;

  /** Pages, of 4 KiB. */
  private static final int LOG_LONG = 4096;

  private final Statements statements = new Statements(Dialect.SQLITE);
  private final Prepared prepared = new Prepared(statements);
  private final Pool writer;
  private final Pool readers;

  private SqliteDatabase(Pool writer, Pool readers) {
    this.writer = writer;
    this.readers = readers;
  }

  /** Opens, and makes or migrates where needed; fails with a {@link StorageException}. */
  static Future<Database> open(Vertx vertx, Path data, Synchronous synchronous) {
    var file = data.resolve(DatabaseFile.NAME);
    return vertx
        .executeBlocking(
            () -> {
              DataDirectory.make(data);
              new DatabaseFile(file).prepare();
              return Healing.of(SqliteSource.of(file, synchronous));
            })
        .map(
            source ->
                new SqliteDatabase(
                    JDBCPool.pool(vertx, source, new PoolOptions().setMaxSize(1)),
                    JDBCPool.pool(vertx, source, new PoolOptions().setMaxSize(READERS))));
  }

  @Override
  public Sql read() {
    return new Sql(statements, readers);
  }

  @Override
  public Sql write() {
    return new Sql(statements, writer);
  }

  @Override
  public <T> Future<T> together(Function<Sql, Future<T>> steps) {
    return writer.withTransaction(connection -> steps.apply(new Sql(statements, connection)));
  }

  @Override
  public <T> Future<T> atOnce(Steps<T> steps) {
    return writer.withConnection(
        connection -> underlying(connection).schedule(new Transaction<>(prepared, steps)));
  }

  /** The client offers a piece of work for its connection only inside itself. */
  private static ConnectionImpl underlying(SqlConnection connection) {
    var known = ((SqlConnectionInternal) connection).unwrap();
    return (ConnectionImpl) (known instanceof ConnectionImpl ? known : known.unwrap());
  }

  /**
   * Moves what was committed from the log into the file, beside the writer and not in its way. Who
   * writes without a pause never lets the log come to an end so, and it would grow for ever; once
   * it is long the little that came meanwhile is moved in the writer's own line, and the next
   * commit begins the log anew. That is also quicker: to write over a file costs a disk half of
   * what it costs to write on.
   */
  @Override
  public Future<Void> checkpoint() {
    return moved(read())
        .compose(log -> log < LOG_LONG ? Future.succeededFuture(log) : moved(read()))
        .compose(log -> log < LOG_LONG ? Future.succeededFuture(log) : moved(write()))
        .mapEmpty();
  }

  /** How many pages the log has. */
  private static Future<Integer> moved(Sql sql) {
    return sql.first("checkpoint").map(row -> row == null ? 0 : row.getInteger("log"));
  }

  /**
   * The writer last and alone: who closes last moves the log into the file and removes it, and of
   * two who close at once neither is the last.
   */
  @Override
  public Future<Void> close() {
    return readers.close().eventually(writer::close);
  }
}
