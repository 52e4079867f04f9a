package dev.hatchery.persistence;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.bus.RecordJson;
import dev.hatchery.protocol.Checkpoint;
import dev.hatchery.protocol.Emitting;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Keeps the runs that other programs report: their work begins when they are first heard of. */
final class ReportedStore {
  private final Database database;
  private final RecordJson json;
  private final InstantSource clock;

  ReportedStore(Database database, RecordJson json, InstantSource clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  Future<Emitting.Opened> open(Emitting.Open open) {
    return database.together(
        sql ->
            sql.run("run/serialize")
                .compose(alone -> named(sql, open.openings()))
                .compose(
                    ids ->
                        take(sql, open.node(), ids)
                            .map(
                                runs ->
                                    new Emitting.Opened(ids.stream().map(runs::get).toList()))));
  }

  /** Looks before it writes: mostly nobody is lost. */
  Future<Emitting.TakenUp> takeUp(Emitting.TakeUp takeUp) {
    return takeUp.own()
        ? take(takeUp)
        : database
            .read()
            .first("reported/lost", takeUp.node())
            .compose(
                lost ->
                    lost == null
                        ? Future.succeededFuture(new Emitting.TakenUp(List.of()))
                        : take(takeUp));
  }

  private Future<Emitting.TakenUp> take(Emitting.TakeUp takeUp) {
    return database
        .write()
        .run("reported/takeUp", takeUp.node(), RunStore.LEASE.toMillis(), takeUp.own() ? 1 : 0)
        .map(
            rows -> {
              var held = new ArrayList<Emitting.Held>(rows.size());
              rows.forEach(
                  row ->
                      held.add(
                          new Emitting.Held(
                              read(row), Instant.ofEpochMilli(row.getLong("heard_at")))));
              return new Emitting.TakenUp(held);
            });
  }

  Future<Storage.Saved> letGo(Emitting.LetGo letGo) {
    return database.write().run("reported/letGo", letGo.node()).map(new Storage.Saved());
  }

  Future<Emitting.Located> locate(Emitting.Locate locate) {
    return database
        .read()
        .run("reported/locate", locate.owner().name())
        .map(
            rows -> {
              var located = new ArrayList<Emitting.Whereabouts>(rows.size());
              rows.forEach(row -> located.add(whereabouts(row)));
              return new Emitting.Located(located);
            });
  }

  private Emitting.Whereabouts whereabouts(Row row) {
    var known = json.read(row.getString("checkpoint"), Checkpoint.class);
    return new Emitting.Whereabouts(
        new RunId(row.getString("id")),
        row.getString("name"),
        known instanceof Checkpoint.Reported reported ? reported.checklist().taskId() : null,
        row.getString("holder"));
  }

  private Future<List<String>> named(Sql sql, List<Emitting.Opening> openings) {
    var ids = new ArrayList<String>(openings.size());
    var done = Future.<String>succeededFuture();
    for (var opening : openings) {
      done = done.compose(before -> named(sql, opening)).onSuccess(ids::add);
    }
    return done.map(all -> ids);
  }

  /** In the order of their ids, as appends lock them, so that the two never wait for each other. */
  private Future<Map<String, Run>> take(Sql sql, String node, List<String> ids) {
    var runs = new HashMap<String, Run>();
    var done = Future.<Run>succeededFuture();
    for (var id : new TreeSet<>(ids)) {
      done = done.compose(before -> take(sql, node, id)).onSuccess(run -> runs.put(id, run));
    }
    return done.map(all -> runs);
  }

  private Future<Run> take(Sql sql, String node, String id) {
    return sql.first("reported/take", node, clock.millis(), RunStore.LEASE.toMillis(), id)
        .compose(
            taken ->
                taken == null ? sql.first("reported/taken", id) : Future.succeededFuture(taken))
        .compose(
            row -> row == null ? Future.failedFuture(over()) : Future.succeededFuture(read(row)));
  }

  private Future<String> named(Sql sql, Emitting.Opening opening) {
    var run = opening.run();
    if (run.number() > 0) {
      return Future.succeededFuture(run.id().value());
    }
    return run.name() == null
        ? create(sql, run)
        : sql.first("reported/named", run.owner().name(), run.name())
            .compose(row -> row == null ? create(sql, run) : again(sql, opening, row));
  }

  private Future<String> again(Sql sql, Emitting.Opening opening, Row before) {
    if (before.getLong("finished_at") == null) {
      return Future.succeededFuture(before.getString("id"));
    }
    return opening.anew() ? create(sql, opening.run()) : Future.failedFuture(over());
  }

  private Future<String> create(Sql sql, Run run) {
    return sql.runEach("run/create", List.of(Sql.values(RunRow.write(json, run))))
        .map(run.id().value());
  }

  private Run read(Row row) {
    return RunRow.read(json, row);
  }

  private static ProblemException over() {
    return new ProblemException(
        new Problem.Conflict(
            "already_finished",
            "This run is over already; task_started begins a new one under its name."));
  }
}
