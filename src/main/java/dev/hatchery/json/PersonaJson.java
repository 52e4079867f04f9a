package dev.hatchery.json;

import dev.hatchery.protocol.Persona;
import java.util.List;

/** A persona as clients see it before its companion is complete. */
public record PersonaJson(
    String name, String backstory, List<String> personalityTraits, String avatarPrompt) {

  public PersonaJson {
    personalityTraits = List.copyOf(personalityTraits);
  }

  /** The shape of this persona. */
  public static PersonaJson of(Persona persona) {
    return new PersonaJson(
        persona.name(), persona.backstory(), persona.personalityTraits(), persona.avatarPrompt());
  }
}
