package dev.hatchery.hatching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Persona;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FallbackPersonaTest {

  @Test
  void thePersonaIsMadeFromTheWordsAlone() {
    Persona persona = FallbackPersona.of("a shy  fire lizard who lights lanterns");
    assertThat(persona.name()).isEqualTo("Lizard");
    assertThat(persona.backstory()).contains("“a shy fire lizard who lights lanterns”");
    assertThat(persona.avatarPrompt()).endsWith("a shy fire lizard who lights lanterns");
  }

  @Test
  void markupAndControlsAreLeftOut() {
    Persona persona = FallbackPersona.of("<b>an owl</b>\u001b[31m \u0000{x}");
    assertThat(persona.name()).isEqualTo("Owl");
    assertThat(persona.toString()).doesNotContain("<", "\u001b", "\u0000");
  }

  @Test
  void noWordsAreWordsEnough() {
    assertThat(FallbackPersona.of("…!?").name()).isEqualTo("Hatchling");
    assertThat(FallbackPersona.of("🐉".repeat(1_000)).name()).isEqualTo("Hatchling");
  }

  @Property(tries = 1_000)
  void everyDescriptionGivesAValidPersona(
      @ForAll @StringLength(min = 1, max = 2_000) String description) {
    assertThat(FallbackPersona.of(description)).isEqualTo(FallbackPersona.of(description));
  }
}
