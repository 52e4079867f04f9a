package dev.hatchery.json;

import dev.hatchery.protocol.Agent;
import dev.hatchery.protocol.RunId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A companion as clients see it.
 *
 * @param avatarUrl where its picture is, or null when it has none
 * @param description the words it was hatched from, empty when it was given
 * @param runId the run that hatched it, or null
 */
public record AgentJson(
    String id,
    String name,
    String backstory,
    List<String> personalityTraits,
    String avatarPrompt,
    @Nullable String avatarUrl,
    String description,
    Agent.Fallback fallback,
    @Nullable String runId,
    Instant createdAt) {

  public AgentJson {
    personalityTraits = List.copyOf(personalityTraits);
  }

  /** The shape of this companion. */
  public static AgentJson of(Agent agent) {
    var persona = agent.persona();
    return new AgentJson(
        agent.id().value(),
        persona.name(),
        persona.backstory(),
        persona.personalityTraits(),
        persona.avatarPrompt(),
        agent.picture() == null ? null : "/api/agents/" + agent.id() + "/avatar",
        agent.description(),
        agent.fallback(),
        value(agent.runId()),
        agent.createdAt());
  }

  private static @Nullable String value(@Nullable RunId runId) {
    return runId == null ? null : runId.value();
  }
}
