package dev.hatchery.llm.storyteller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Persona;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GalleryTest {

  private static final Path GALLERY = Path.of("src/docs/gallery.md");
  private static final Pattern ASKED = Pattern.compile("(?m)^## (.+)\\n\\nSeed (\\d+)\\.$");

  @Test
  void theGalleryShowsWhatTheStorytellerSays() throws IOException {
    String gallery = Files.readString(GALLERY);
    Matcher asked = ASKED.matcher(gallery);
    Story story = new Story();
    int shown = 0;
    for (; asked.find(); shown++) {
      Persona persona = story.tell(asked.group(1), Long.parseLong(asked.group(2)));
      assertThat(gallery).contains(asked.group() + "\n\n" + entry(persona));
    }
    assertThat(shown).isEqualTo(10);
  }

  static String entry(Persona persona) {
    return "**%s.** %s\n\n*%s*\n\n> %s\n"
        .formatted(
            persona.name(),
            persona.backstory(),
            String.join(", ", persona.personalityTraits()),
            persona.avatarPrompt());
  }
}
