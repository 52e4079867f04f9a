package dev.hatchery.persistence;

import dev.hatchery.protocol.Leasing;
import dev.hatchery.protocol.Leasing.Held;
import dev.hatchery.protocol.Node;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Keeps which nodes there are, and for how long each holds its runs, by the database's clock. */
final class NodeStore {
  private static final Duration REMEMBERED = Duration.ofHours(1);

  private final Database database;

  NodeStore(Database database) {
    this.database = database;
  }

  Future<Leasing.Entered> enter(Leasing.Enter enter) {
    return database
        .write()
        .first(
            "node/enter",
            enter.node(),
            enter.incarnation(),
            enter.address(),
            enter.version(),
            RunStore.LEASE.toMillis())
        .compose(row -> row == null ? other(enter) : sweep());
  }

  private Future<Leasing.Entered> other(Leasing.Enter enter) {
    return database
        .read()
        .first("node/find", enter.node())
        .compose(
            row ->
                row == null
                    ? enter(enter)
                    : Future.succeededFuture(new Leasing.Entered(node(row))));
  }

  private Future<Leasing.Entered> sweep() {
    return database.write().run("node/sweep", REMEMBERED.toMillis()).map(new Leasing.Entered(null));
  }

  /** One row is the lease of all its runs. Who is no longer known holds nothing. */
  Future<Leasing.Renewed> renew(Leasing.Renew renew) {
    var load = renew.load();
    return database
        .write()
        .first(
            "node/renew",
            RunStore.LEASE.toMillis(),
            renew.address(),
            renew.leaving() ? 1 : 0,
            load.slots(),
            load.working(),
            load.waiting(),
            renew.head(),
            renew.node(),
            renew.incarnation())
        .compose(
            row ->
                row == null
                    ? Future.succeededFuture(new Leasing.Renewed(false, List.of()))
                    : held(renew.node()));
  }

  private Future<Leasing.Renewed> held(String node) {
    return database
        .read()
        .run("node/held", node)
        .map(
            rows ->
                new Leasing.Renewed(
                    true,
                    each(rows)
                        .map(row -> new Held(new RunId(row.getString("id")), row.getLong("epoch")))
                        .toList()));
  }

  Future<Storage.Saved> leave(Leasing.Leave leave) {
    return database
        .write()
        .run("node/leave", leave.node(), leave.incarnation())
        .map(new Storage.Saved());
  }

  Future<Storage.Saved> release(Leasing.Release release) {
    var held = release.held();
    return database
        .write()
        .run("node/release", release.node(), held.runId().value(), held.epoch())
        .map(new Storage.Saved());
  }

  Future<Leasing.Nodes> list(Leasing.ListNodes list) {
    return database
        .read()
        .run("node/list")
        .map(rows -> new Leasing.Nodes(each(rows).map(NodeStore::node).toList()));
  }

  Future<Leasing.Prospect> look(Leasing.Look look) {
    return database
        .read()
        .run("node/look", look.node())
        .compose(
            kinds ->
                database
                    .read()
                    .first("node/first", look.node())
                    .map(first -> prospect(kinds, Objects.requireNonNull(first))));
  }

  private static Leasing.Prospect prospect(RowSet<Row> kinds, Row first) {
    var waiting = EnumSet.noneOf(RunKind.class);
    each(kinds)
        .filter(row -> row.getInteger("waits") == 1)
        .forEach(row -> waiting.add(RunRow.kind(row.getString("kind"))));
    var soonest =
        each(kinds)
            .map(row -> row.getLong("soonest"))
            .filter(Objects::nonNull)
            .min(Long::compare)
            .map(Duration::ofMillis)
            .orElse(null);
    return new Leasing.Prospect(
        waiting, soonest, first.getInteger("speaks") == 1, first.getInteger("living"));
  }

  Future<Leasing.Line> line(Leasing.ListLine list) {
    return database
        .read()
        .run("run/line", RunRow.word(list.kind()))
        .map(
            rows -> {
              var working = 0;
              var waiting = new ArrayList<RunId>();
              for (var row : rows) {
                if (row.getString("status").equals(RunRow.word(RunStatus.RUNNING))) {
                  working++;
                } else {
                  waiting.add(new RunId(row.getString("id")));
                }
              }
              return new Leasing.Line(working, waiting);
            });
  }

  private static Node node(Row row) {
    var left = Math.max(0, row.getLong("remaining"));
    return new Node(
        row.getString("name"),
        row.getString("incarnation"),
        row.getString("address"),
        row.getString("version"),
        Instant.ofEpochMilli(row.getLong("started_at")),
        Instant.ofEpochMilli(row.getLong("seen_at")),
        Duration.ofMillis(left),
        row.getInteger("leaving") == 1,
        new Leasing.Load(
            row.getInteger("slots"), row.getInteger("working"), row.getInteger("waiting")),
        row.getLong("head"));
  }

  private static Stream<Row> each(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false);
  }
}
