package dev.hatchery.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.hatchery.protocol.Persona;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonaReaderTest {

  private static final String JSON =
      """
      {"name":" Pellow ","backstory":"Pellow mends kites {and says so}.",
       "personality_traits":["patient"," kind "],"avatar_prompt":"a kite-mending \\"heron\\""}\
      """;
  private static final Persona PERSONA =
      new Persona(
          "Pellow",
          "Pellow mends kites {and says so}.",
          List.of("patient", "kind"),
          "a kite-mending \"heron\"");

  private final PersonaReader reader = new PersonaReader();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "```json\n%s\n```",
        "Here you are {as asked}:\n\n%s\n\nShall I change anything?",
        "<think>Maybe {\"name\":\"Draft\",\"backstory\":\"A draft that is long enough.\","
            + "\"personality_traits\":[\"x\"],\"avatar_prompt\":\"not this one\"}</think>\n%s",
        "<output><![CDATA[%s]]></output>",
        "{\"persona\":%s}",
        "{\"input\":{\"unrelated\":1}} then %s",
        "The form is {\"name\":\"…\",\"backstory\":\"…\"}. %s",
      })
  void aPersonaIsFoundWhateverIsAroundIt(String around) {
    assertThat(reader.read(around.replace("%s", JSON))).isEqualTo(PERSONA);
  }

  @Test
  void entitiesAreWordsAndNothingIsFetchedForThem() {
    var answer =
        """
        <?xml version="1.0"?>
        <!DOCTYPE output [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;">]>
        <output>&b;<![CDATA[%s]]></output>\
        """
            .formatted(JSON.replace("mends kites", "mends &a; kites"));

    assertThat(reader.read(answer).backstory()).isEqualTo("Pellow mends &a; kites {and says so}.");
  }

  @Test
  void anInvalidPersonaIsExplained() {
    assertThatThrownBy(() -> reader.read(JSON.replace("[\"patient\",\" kind \"]", "[]")))
        .isInstanceOf(UnreadableAnswerException.class)
        .hasMessage("The model's persona is not valid: there must be 1 to 5 personality traits.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "I am sorry, I cannot do that.",
        "{\"name\":\"Pellow\"",
        "{\"name\":1,\"backstory\":[],\"personality_traits\":{},\"avatar_prompt\":null}",
        "{\"name\":\"Pellow\",\"backstory\":\"long enough it is\",\"personality_traits\":\"kind\"}",
      })
  void whatHoldsNoPersonaIsUnreadable(String answer) {
    assertThatThrownBy(() -> reader.read(answer)).isInstanceOf(UnreadableAnswerException.class);
  }

  @Test
  void aKeyGivenTwiceIsUnreadable() {
    String twice = JSON.replace("{\"name\"", "{\"name\":\"Other\",\"name\"");
    assertThatThrownBy(() -> reader.read(twice)).isInstanceOf(UnreadableAnswerException.class);
  }

  @Test
  void controlCharactersNeverLeaveTheReader() {
    String hostile = JSON.replace("mends kites", "mends\\u001b[2J\\u0007 \nkites\\ud800 \\u202e");
    assertThat(reader.read(hostile).backstory())
        .isEqualTo("Pellow mends [2J   kites\ufffd  {and says so}.");
  }

  @Test
  void aFloodOfBracesAndDeepNestingEndsSoon() {
    assertThatThrownBy(() -> reader.read("{\"a\":[".repeat(300_000)))
        .isInstanceOf(UnreadableAnswerException.class);
    assertThatThrownBy(() -> reader.read("{".repeat(2_000_000)))
        .isInstanceOf(UnreadableAnswerException.class);
  }

  @Property(tries = 300)
  void anyTextIsReadOrRefusedBySentence(@ForAll @StringLength(max = 300) String text) {
    assertThat(catchThrowable(() -> reader.read(text)))
        .isInstanceOf(UnreadableAnswerException.class);
  }

  @Property(tries = 300)
  void proseBeforeAPersonaNeverHidesIt(@ForAll @StringLength(max = 100) String prose) {
    String harmless = prose.replace('"', '\'');
    assertThat(reader.read(harmless + "\n" + JSON)).isEqualTo(PERSONA);
  }

  @Property(tries = 200)
  void everyPrefixIsUnreadable(@ForAll @net.jqwik.api.constraints.IntRange(max = 130) int length) {
    assertThat(catchThrowable(() -> reader.read(JSON.substring(0, length))))
        .isInstanceOf(UnreadableAnswerException.class);
  }
}
