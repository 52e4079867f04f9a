package dev.hatchery.persistence;

import dev.hatchery.bus.RecordJson;
import dev.hatchery.protocol.Agent;
import dev.hatchery.protocol.AgentId;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Persona;
import dev.hatchery.protocol.PictureId;
import dev.hatchery.protocol.RunId;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;

/** A companion as a row. */
final class AgentRow {
  private AgentRow() {}

  /** As {@code agent/save} takes it. */
  static Tuple write(RecordJson json, Agent agent) {
    var persona = agent.persona();
    var picture = agent.picture();
    var runId = agent.runId();
    return Sql.values(
        agent.id().value(),
        agent.owner().name(),
        persona.name(),
        persona.backstory(),
        json.write(persona.personalityTraits()),
        persona.avatarPrompt(),
        picture == null ? null : picture.value(),
        agent.description(),
        agent.fallback().persona() ? 1 : 0,
        agent.fallback().avatar() ? 1 : 0,
        runId == null ? null : runId.value(),
        agent.createdAt().toEpochMilli());
  }

  static Agent read(RecordJson json, Row row) {
    var picture = row.getString("picture");
    var runId = row.getString("run_id");
    return new Agent(
        new AgentId(row.getString("id")),
        new Owner(row.getString("owner")),
        new Persona(
            row.getString("name"),
            row.getString("backstory"),
            List.of(json.read(row.getString("personality_traits"), String[].class)),
            row.getString("avatar_prompt")),
        picture == null ? null : new PictureId(picture),
        row.getString("description"),
        new Agent.Fallback(
            row.getInteger("fallback_persona") != 0, row.getInteger("fallback_avatar") != 0),
        runId == null ? null : new RunId(runId),
        Instant.ofEpochMilli(row.getLong("created_at")));
  }
}
