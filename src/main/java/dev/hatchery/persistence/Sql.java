package dev.hatchery.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Runs statements by their names; see {@link Statements}. */
final class Sql {
  private static final int ATTEMPTS = PostgresDatabase.CONNECTIONS;

  private final Statements statements;
  private final SqlClient client;

  Sql(Statements statements, SqlClient client) {
    this.statements = statements;
    this.client = client;
  }

  /** The values of one row, some of which may be null. */
  static Tuple values(@Nullable Object... values) {
    return Tuple.wrap(values);
  }

  /** Runs one statement with these values for {@code $1, $2, …}. */
  Future<RowSet<Row>> run(String name, @Nullable Object... values) {
    return run(statements.text(name), taken(values(values)), ATTEMPTS);
  }

  /** Outside a transaction, of which nothing is left then, each connection may be outdated once. */
  private Future<RowSet<Row>> run(String text, Tuple values, int attempts) {
    return client
        .preparedQuery(text)
        .execute(values)
        .recover(
            failure ->
                attempts > 1 && client instanceof Pool && PostgresOutage.isOutdated(failure)
                    ? run(text, values, attempts - 1)
                    : Future.failedFuture(failure));
  }

  /** The first row, or null when there is none. */
  Future<@Nullable Row> first(String name, @Nullable Object... values) {
    return run(name, values).map(rows -> rows.size() == 0 ? null : rows.iterator().next());
  }

  /** Runs one statement for each of these, in order; fails unless each changes one row. */
  Future<Void> runEach(String name, Collection<Tuple> rows) {
    return change(name, rows).map(changed -> requireEach(name, rows.size(), changed));
  }

  /** Runs one statement for each of these, in order, whether or not it changes anything. */
  Future<Void> runSome(String name, Collection<Tuple> rows) {
    return change(name, rows).mapEmpty();
  }

  /** Throws unless so many statements have changed so many rows. */
  static @Nullable Void requireEach(String name, int statements, int changed) {
    if (changed != statements) {
      throw new IllegalStateException(
          "%s changed %d rows of %d".formatted(name, changed, statements));
    }
    return null;
  }

  /** Runs one statement for each of these, in order; how many rows that changed. */
  Future<Integer> change(String name, Collection<Tuple> rows) {
    return rows.isEmpty()
        ? Future.succeededFuture(0)
        : client
            .preparedQuery(statements.text(name))
            .executeBatch(rows.stream().map(this::taken).toList())
            .map(Sql::changed);
  }

  private Tuple taken(Tuple values) {
    var taken = Tuple.tuple();
    for (var place = 0; place < values.size(); place++) {
      taken.addValue(statements.dialect().taken(values.getValue(place)));
    }
    return taken;
  }

  /** One client counts them all in one, the other each in its own. */
  private static int changed(RowSet<Row> first) {
    var changed = 0;
    for (var rows = first; rows != null; rows = rows.next()) {
      changed += rows.rowCount();
    }
    return changed;
  }
}
