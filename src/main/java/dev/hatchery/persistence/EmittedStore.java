package dev.hatchery.persistence;

import dev.hatchery.bus.RecordJson;
import dev.hatchery.protocol.Emitting;
import dev.hatchery.protocol.Mark;
import dev.hatchery.protocol.RunId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;

/** Recalls what other programs have emitted under a name of their own. */
final class EmittedStore {
  private final Database database;
  private final RecordJson json;

  EmittedStore(Database database, RecordJson json) {
    this.database = database;
    this.json = json;
  }

  Future<Emitting.Recalled> recall(Emitting.Recall recall) {
    return database
        .read()
        .run("reported/recall", recall.owner().name(), json.write(recall.keys()))
        .map(
            rows -> {
              var recorded = new ArrayList<Emitting.Recorded>(rows.size());
              rows.forEach(row -> recorded.add(recorded(row)));
              return new Emitting.Recalled(recorded);
            });
  }

  private static Emitting.Recorded recorded(Row row) {
    return new Emitting.Recorded(
        new Mark(row.getString("emitted_key"), row.getString("hash")),
        new Emitting.Place(
            row.getLong("event_id"), new RunId(row.getString("run_id")), row.getLong("seq")));
  }
}
