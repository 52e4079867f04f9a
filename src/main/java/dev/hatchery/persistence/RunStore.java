package dev.hatchery.persistence;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.bus.RecordJson;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Finds runs, and decides who works on them. */
final class RunStore {
  /** How long a claim holds by itself, and a node since it renewed last. */
  static final Duration LEASE = Duration.ofSeconds(6);

  private final Database database;
  private final RecordJson json;
  private final InstantSource clock;

  RunStore(Database database, RecordJson json, InstantSource clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  Future<Storage.ClaimedRun> claim(Storage.ClaimRun claim) {
    return database
        .together(
            sql ->
                sql.run("run/turn")
                    .compose(
                        turn ->
                            sql.first(
                                "run/claim",
                                claim.node(),
                                LEASE.toMillis(),
                                clock.millis(),
                                word(claim.kind()),
                                claim.perOwner())))
        .map(
            row ->
                row == null
                    ? Storage.ClaimedRun.NONE
                    : new Storage.ClaimedRun(read(row), row.getInteger("taken_over") > 0));
  }

  Future<Storage.Saved> release(Storage.ReleaseRuns release) {
    return database
        .write()
        .run("run/release", release.crashed() ? 1 : 0, release.node())
        .map(new Storage.Saved());
  }

  Future<Storage.FoundRun> find(Storage.FindRun find) {
    var owner = find.owner();
    return database
        .read()
        .first(
            "run/find", find.run().text(), find.run().number(), owner == null ? null : owner.name())
        .compose(
            row ->
                row == null
                    ? Future.failedFuture(noSuchRun())
                    : Future.succeededFuture(new Storage.FoundRun(read(row))));
  }

  Future<Storage.Runs> list(Storage.ListRuns list) {
    var owner = list.owner();
    return database
        .read()
        .run(
            "run/list",
            owner == null ? null : owner.name(),
            word(list.status()),
            word(list.kind()),
            list.after(),
            list.limit())
        .map(
            rows -> {
              var runs = new ArrayList<Run>(rows.size());
              rows.forEach(row -> runs.add(read(row)));
              return new Storage.Runs(runs);
            });
  }

  static ProblemException noSuchRun() {
    return new ProblemException(new Problem.NotFound("There is no such run."));
  }

  private Run read(Row row) {
    return RunRow.read(json, row);
  }

  private static @Nullable String word(@Nullable Enum<?> value) {
    return value == null ? null : RunRow.word(value);
  }
}
