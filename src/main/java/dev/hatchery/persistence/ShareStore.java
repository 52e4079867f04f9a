package dev.hatchery.persistence;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Access;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Links that show one run to whoever has them. */
final class ShareStore {
  private static final int MOST = 50;

  private final Database database;
  private final AccessStore access;
  private final InstantSource clock;

  ShareStore(Database database, AccessStore access, InstantSource clock) {
    this.database = database;
    this.access = access;
    this.clock = clock;
  }

  /** Answers the one that was made. */
  Future<Access.Shares> make(Access.MakeShare make) {
    return owned(make.principal().owner(), make.runId())
        .compose(run -> shares(make.principal().owner(), make.runId()))
        .compose(
            there ->
                there.size() >= MOST
                    ? Future.failedFuture(full())
                    : access.make(
                        Access.Kind.SHARE,
                        make.secret(),
                        make.principal(),
                        make.runId(),
                        make.life()))
        .compose(
            row ->
                row == null
                    ? Future.failedFuture(AccessStore.ended())
                    : Future.succeededFuture(new Access.Shares(List.of(share(row)))));
  }

  Future<Access.Shares> list(Access.ListShares list) {
    return owned(list.owner(), list.runId())
        .compose(run -> shares(list.owner(), list.runId()))
        .map(Access.Shares::new);
  }

  Future<Storage.Saved> end(Access.EndShare end) {
    return database
        .write()
        .first("access/unshare", end.owner().name(), end.runId().value(), end.id())
        .compose(
            row ->
                row == null
                    ? missing("There is no such link.")
                    : Future.succeededFuture(new Storage.Saved()));
  }

  private Future<Row> owned(Owner owner, RunId run) {
    return database
        .read()
        .first("access/owned", run.value(), owner.name())
        .compose(
            row -> row == null ? missing("There is no such run.") : Future.succeededFuture(row));
  }

  private Future<List<Access.Share>> shares(Owner owner, RunId run) {
    return database
        .read()
        .run("access/shares", owner.name(), run.value(), clock.instant().toEpochMilli())
        .map(
            rows -> {
              var shares = new ArrayList<Access.Share>(rows.size());
              rows.forEach(row -> shares.add(share(row)));
              return shares;
            });
  }

  private static Access.Share share(Row row) {
    return new Access.Share(
        row.getLong("id"),
        Instant.ofEpochMilli(row.getLong("created_at")),
        Instant.ofEpochMilli(row.getLong("expires_at")));
  }

  private static <T> Future<T> missing(String sentence) {
    return Future.failedFuture(new ProblemException(new Problem.NotFound(sentence)));
  }

  private static ProblemException full() {
    return new ProblemException(
        new Problem.Busy(
            "too_many_shares",
            "A run has %d links at most; delete one that is not needed.".formatted(MOST),
            Duration.ofMinutes(1)));
  }
}
