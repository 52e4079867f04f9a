package dev.hatchery.persistence;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Deed;
import dev.hatchery.protocol.Ledger;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Usd;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;

/** Keeps what each owner has set aside and spent in a month; settled as {@link Deeds}. */
final class BudgetStore {
  private final Database database;

  BudgetStore(Database database) {
    this.database = database;
  }

  /** Two who ask at once cannot both get the last of it. */
  Future<Ledger.Reserved> reserve(Ledger.Reserve asked) {
    var owner = asked.owner().name();
    var mission = asked.mission().value();
    return database.together(
        sql ->
            sql.run("budget/serialize", owner)
                .compose(alone -> sql.first("budget/others", owner, asked.month(), mission))
                .map(row -> new Usd(row == null ? 0 : row.getLong("micros")))
                .compose(
                    others ->
                        others.plus(asked.amount()).compareTo(asked.limit()) > 0
                            ? Future.succeededFuture(new Ledger.Reserved(false, others))
                            : reserve(sql, asked).map(new Ledger.Reserved(true, others))));
  }

  private static Future<Void> reserve(Sql sql, Ledger.Reserve asked) {
    return sql.first(
            "budget/reserve",
            asked.owner().name(),
            asked.month(),
            asked.amount().micros(),
            asked.mission().value(),
            asked.epoch())
        .compose(
            row ->
                row == null
                    ? Future.failedFuture(
                        new ProblemException(
                            new Problem.Stale("Another node goes on with this mission.")))
                    : Future.succeededFuture());
  }

  /** As {@code budget/settle} takes it. */
  static Tuple row(Deed.Settle settle) {
    return Sql.values(settle.month(), settle.cost().micros(), settle.mission().value());
  }
}
