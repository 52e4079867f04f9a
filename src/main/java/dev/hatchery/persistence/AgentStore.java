package dev.hatchery.persistence;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.bus.RecordJson;
import dev.hatchery.protocol.Agent;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;

/** Saves and finds companions; each belongs to somebody and is nobody else's to see. */
final class AgentStore {
  private final Database database;
  private final RecordJson json;

  AgentStore(Database database, RecordJson json) {
    this.database = database;
    this.json = json;
  }

  Future<Storage.FoundAgent> save(Storage.SaveAgent save) {
    var agent = save.agent();
    return database
        .write()
        .runEach("agent/save", List.of(AgentRow.write(json, agent)))
        .compose(done -> find(new Storage.FindAgent(agent.owner(), agent.id())));
  }

  Future<Storage.FoundAgent> find(Storage.FindAgent find) {
    return database
        .read()
        .first("agent/find", find.owner().name(), find.agentId().value())
        .compose(
            row ->
                row == null
                    ? noSuchAgent()
                    : Future.succeededFuture(new Storage.FoundAgent(AgentRow.read(json, row))));
  }

  Future<Storage.Agents> list(Storage.ListAgents list) {
    return database
        .read()
        .run("agent/list", list.owner().name())
        .map(
            rows -> {
              var agents = new ArrayList<Agent>(rows.size());
              rows.forEach(row -> agents.add(AgentRow.read(json, row)));
              return new Storage.Agents(agents);
            });
  }

  /** Its picture goes with it. */
  Future<Storage.Saved> delete(Storage.DeleteAgent delete) {
    var owner = delete.owner().name();
    return database.together(
        sql ->
            sql.first("agent/delete", owner, delete.agentId().value())
                .compose(row -> row == null ? noSuchAgent() : deletePicture(sql, owner, row)));
  }

  private static Future<Storage.Saved> deletePicture(Sql sql, String owner, Row deleted) {
    return sql.run("picture/delete", owner, deleted.getString("picture")).map(new Storage.Saved());
  }

  private static <T> Future<T> noSuchAgent() {
    return Future.failedFuture(
        new ProblemException(new Problem.NotFound("There is no such companion.")));
  }
}
