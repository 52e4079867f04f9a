package dev.hatchery.persistence;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.bus.RecordJson;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Records a new run, or finds the one that was meant: asking twice creates once. */
final class RunCreation {
  private static final Duration COME_BACK = Duration.ofSeconds(15);

  private final Database database;
  private final RecordJson json;
  private final InstantSource clock;

  RunCreation(Database database, RecordJson json, InstantSource clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  Future<Storage.CreatedRun> create(Storage.CreateRun create) {
    return database.together(
        sql ->
            sql.run("run/serialize")
                .compose(alone -> remembered(sql, create))
                .compose(run -> run == null ? joined(sql, create) : Future.succeededFuture(run))
                .compose(
                    run ->
                        run == null
                            ? record(sql, create)
                            : Future.succeededFuture(new Storage.CreatedRun(run, false))));
  }

  /** Fails as busy where one more of the kind could not wait for its turn. */
  Future<Storage.Saved> room(Storage.FindRoom find) {
    return requireRoom(database.read(), find.owner(), RunStatus.QUEUED, find.kind(), find.room())
        .map(new Storage.Saved());
  }

  private Future<@Nullable Run> remembered(Sql sql, Storage.CreateRun create) {
    var key = create.idempotencyKey();
    if (key == null) {
      return Future.succeededFuture();
    }
    return sql.first("run/remembered", create.run().owner().name(), key)
        .compose(
            row -> {
              if (row == null) {
                return Future.succeededFuture();
              }
              return row.getString("order_hash").equals(hash(create.run().order()))
                  ? find(sql, row.getString("run_id")).map(run -> run)
                  : Future.failedFuture(reused());
            });
  }

  private Future<@Nullable Run> joined(Sql sql, Storage.CreateRun create) {
    var run = create.run();
    if (run.key() == null) {
      return Future.succeededFuture();
    }
    var since = clock.millis() - create.joinWithin().toMillis();
    return sql.first("run/join", run.owner().name(), run.key(), since)
        .compose(
            row -> {
              if (row == null) {
                return Future.succeededFuture();
              }
              var joined = read(row);
              return remember(sql, create, joined).map(joined);
            });
  }

  private Future<Storage.CreatedRun> record(Sql sql, Storage.CreateRun create) {
    var run = create.run();
    return requireRoom(sql, run.owner(), run.status(), run.order().kind(), create.room())
        .compose(room -> sql.run("run/create", RunRow.write(json, run)))
        .compose(done -> remember(sql, create, run))
        .compose(done -> find(sql, run.id().value()))
        .map(created -> new Storage.CreatedRun(created, true));
  }

  private Future<Void> remember(Sql sql, Storage.CreateRun create, Run run) {
    var key = create.idempotencyKey();
    return key == null
        ? Future.succeededFuture()
        : sql.run(
                "run/remember",
                run.owner().name(),
                key,
                hash(create.run().order()),
                run.id().value())
            .mapEmpty();
  }

  private static Future<Void> requireRoom(
      Sql sql, Owner owner, RunStatus status, RunKind kind, Storage.Room room) {
    return sql.first("run/waiting", owner.name(), RunRow.word(status), RunRow.word(kind))
        .compose(waiting -> requireRoom(room, Objects.requireNonNull(waiting)));
  }

  private static Future<Void> requireRoom(Storage.Room room, Row waiting) {
    if (waiting.getInteger("everyone") >= room.capacity()) {
      return busy("queue_full", "The queue is full; try again in a moment.");
    }
    return waiting.getInteger("own") >= room.perOwner()
        ? busy("queue_full_for_you", "You have as many waiting as one may; try again in a moment.")
        : Future.succeededFuture();
  }

  private static Future<Void> busy(String code, String detail) {
    return Future.failedFuture(new ProblemException(new Problem.Busy(code, detail, COME_BACK)));
  }

  private Future<Run> find(Sql sql, String id) {
    return sql.first("run/find", id, null, null).map(Objects::requireNonNull).map(this::read);
  }

  private Run read(Row row) {
    return RunRow.read(json, row);
  }

  private String hash(Order order) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      var bytes = json.write(order).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(sha.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static ProblemException reused() {
    return new ProblemException(
        new Problem.Conflict(
            "idempotency_key_reused",
            "This Idempotency-Key was used for another order; use a new one."));
  }
}
