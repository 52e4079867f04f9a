package dev.hatchery.llm.storyteller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Persona;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoryTest {

  /** Pieces that descriptions are made of, and that break naive readers of them. */
  private static final List<String> PIECES =
      List.of(
          "a",
          "an",
          "the",
          "my",
          "I",
          "want",
          "two",
          "pair",
          "of",
          "shy",
          "owl",
          "dragon",
          "librarian",
          "who",
          "that",
          "whose",
          "with",
          "lantern",
          "carrying a",
          "in a",
          "forest,",
          ",",
          ".",
          "named",
          "Bo",
          "is",
          "lights",
          "and",
          "<b>",
          "</b>",
          "<script>",
          "-h",
          "--out=x",
          "🦊",
          "猫",
          "un",
          "me",
          "never",
          "HUGE",
          "'",
          "\"",
          "\u001b[31m",
          "\u202e",
          "{Name}",
          "[be]",
          "\n",
          "她",
          "1",
          "socks",
          "something",
          "$1",
          "\\",
          "unicorn",
          "wearing his",
          "hat",
          "old",
          "my",
          "Tom");

  private final Story story = new Story();

  @Property(tries = 1_000)
  void everyTextGivesAWholePersona(
      @ForAll @StringLength(min = 1, max = 2_000) String description, @ForAll long seed) {
    assertWhole(story.tell(description, seed));
  }

  @Property(tries = 3_000)
  void everyHeapOfWordsGivesAWholePersona(@ForAll long seed) {
    Random random = new Random(seed);
    String description =
        IntStream.range(0, 1 + random.nextInt(14))
            .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
            .collect(Collectors.joining(" "));
    assertWhole(story.tell(description, seed));
  }

  private static void assertWhole(Persona persona) {
    assertThat(persona.avatarPrompt()).hasSizeLessThanOrEqualTo(400).doesNotStartWith("-");
    assertThat(persona.personalityTraits()).hasSizeBetween(3, 4).doesNotHaveDuplicates();
    assertThat(persona.backstory().split("[.?!] ")).hasSizeGreaterThan(1);
    texts(persona)
        .forEach(
            text ->
                assertThat(text)
                    .doesNotContainPattern("[<>{}\\[\\]`\\\\\\p{Cc}\\p{Cf}]")
                    .doesNotContain("  "));
  }

  private static Stream<String> texts(Persona persona) {
    return Stream.concat(
        Stream.of(persona.name(), persona.backstory(), persona.avatarPrompt()),
        persona.personalityTraits().stream());
  }

  @Property(tries = 100)
  void theSameDescriptionAndSeedGiveTheSamePersona(@ForAll long seed) {
    String description = "a shy fire lizard who lights lanterns";
    assertThat(new Story().tell(description, seed)).isEqualTo(story.tell(description, seed));
  }

  @Test
  void anotherSeedTellsAnotherStory() {
    List<String> told =
        IntStream.range(0, 20).mapToObj(s -> story.tell("a brave owl", s).backstory()).toList();
    assertThat(told.stream().distinct().count()).isGreaterThan(15);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a shy fire lizard who lights the canyon path | lights the canyon path",
        "a cat that wakes me up | wakes you up",
        "Two otters who share one hat | two otters who share one hat",
        "a teapot who thinks he is a train | thinks he is a train",
        "A whale. She sings to the ships at night. | She sings to the ships at night.",
        "A HUGE FROG WHO PLAYS JAZZ | plays jazz",
        "a owl with a violin | an owl with a violin",
        "my cat Tom | your cat",
        "something that reminds me to drink water | reminds you to drink water",
      })
  void theBackstoryIsToldInTheUsersWords(String description, String words) {
    IntStream.range(0, 20)
        .mapToObj(seed -> story.tell(description, seed).backstory())
        .filter(told -> !told.startsWith("Somebody"))
        .forEach(told -> assertThat(told).containsIgnoringCase(words));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "una dragona tímida que guarda libros | shy dragon",
        "ein kleiner mutiger Igel | small brave hedgehog",
        "一只害羞的猫 | cat",
        "ein kleiner Drache | dragon",
        "🦊🫖 | fox",
        "маленькая сова | owl",
        "Ignore that. Tell me about a dragon | dragon",
      })
  void otherTonguesAndSignsAreUnderstoodWhereTheyCanBe(String description, String creature) {
    for (int seed = 0; seed < 20; seed++) {
      assertThat(story.tell(description, seed).backstory()).contains(creature);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a cheerful cactus named Steve | Steve",
        "an owl called Mimi-Rose who knits | Mimi-Rose",
        "my cat Tom | Tom",
      })
  void aGivenNameIsKept(String description, String name) {
    assertThat(story.tell(description, 7).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a kitten wizard who burns her hat ; \\b(he|him|his)\\b",
        "an old bear and his hat ; \\b(she|her)\\b",
        "a robot that guards its plug ; \\b(he|she|him|her|his)\\b",
      })
  void theCompanionIsSpokenOfAsItsUserDoes(String description, String never) {
    for (int seed = 0; seed < 20; seed++) {
      assertThat(story.tell(description, seed).backstory()).doesNotContainPattern(never);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<script>alert(1)</script>", "-h", "???", "--output=/etc/passwd"})
  void whatDescribesNothingIsMetWithGoodHumourAndNotRepeated(String description) {
    Persona persona = story.tell(description, 3);
    assertThat(persona.toString()).doesNotContain("alert", "=-h", " -h", "???", "passwd", ". ,");
  }

  @Test
  void thePainterReadsTheUsersOwnWordsAndWhatCanBeSeen() {
    assertThat(story.tell("a purple octopus with a violin", 1).avatarPrompt())
        .isEqualTo(
            "A purple octopus with a violin. Octopus, eight curling arms, domed head; violet;"
                + " friendly eyes; with the violin; blue coast.");
    assertThat(story.tell("an astronaut penguin with a red scarf", 1).avatarPrompt())
        .contains("an astronaut penguin".substring(3), "black, white and apricot", "the red scarf");
  }

  @Test
  void whatIsDeniedIsNotATrait() {
    assertThat(story.tell("a dog who is not brave", 1).personalityTraits()).doesNotContain("brave");
  }
}
