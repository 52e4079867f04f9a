package dev.hatchery.web;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Agent;
import dev.hatchery.protocol.AgentId;
import dev.hatchery.protocol.Bytes;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Persona;
import dev.hatchery.protocol.PictureId;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.Storage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Companions and their pictures, in memory. */
final class FakeNest {
  static final Bytes PNG = Bytes.wrap(new byte[] {(byte) 0x89, 'P', 'N', 'G'});

  private final Map<AgentId, Agent> agents = new LinkedHashMap<>();
  private final Map<PictureId, Storage.Picture> pictures = new LinkedHashMap<>();

  /** A companion of this run, with a picture. */
  AgentId hatch(Run run) {
    var picture = PictureId.random();
    pictures.put(picture, new Storage.Picture(picture, "image/png", PNG));
    var persona =
        new Persona(
            "Cinder", "A small dragon that tends the stove.", List.of("warm"), "A small dragon");
    var agent =
        new Agent(
            AgentId.random(),
            run.owner(),
            persona,
            picture,
            "words",
            Agent.Fallback.NONE,
            run.id(),
            FakeHatchery.NOW);
    agents.put(agent.id(), agent);
    return agent.id();
  }

  Storage.FoundAgent save(Storage.SaveAgent asked) {
    agents.put(asked.agent().id(), asked.agent());
    return new Storage.FoundAgent(asked.agent());
  }

  Storage.Saved save(Storage.SavePicture asked) {
    pictures.put(asked.id(), new Storage.Picture(asked.id(), asked.mediaType(), asked.bytes()));
    return new Storage.Saved();
  }

  Storage.FoundAgent find(Storage.FindAgent asked) {
    return new Storage.FoundAgent(agent(asked.owner(), asked.agentId()));
  }

  Storage.Picture find(Storage.FindPicture asked) {
    return Objects.requireNonNull(pictures.get(asked.id()));
  }

  Storage.Agents list(Storage.ListAgents asked) {
    return new Storage.Agents(List.copyOf(agents.values()));
  }

  Storage.Saved delete(Storage.DeleteAgent asked) {
    agents.remove(agent(asked.owner(), asked.agentId()).id());
    return new Storage.Saved();
  }

  private Agent agent(Owner owner, AgentId id) {
    return Optional.ofNullable(agents.get(id))
        .filter(agent -> agent.owner().equals(owner))
        .orElseThrow(
            () -> new ProblemException(new Problem.NotFound("There is no such companion.")));
  }
}
