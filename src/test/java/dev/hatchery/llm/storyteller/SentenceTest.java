package dev.hatchery.llm.storyteller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceTest {

  private static final Set<String> OTHER_FACTS =
      Set.of(
          "open", "clause", "habit", "state", "loose", "plural", "plain", "unclear", "wish", "end",
          "held");

  @Test
  void everySentenceAsksForFactsThatCanBe() {
    Set<String> facts = new TreeSet<>(OTHER_FACTS);
    new Lexicon()
        .entries()
        .forEach(
            entry -> {
              facts.add(entry.fact());
              entry.tags().forEach(tag -> facts.add("tag:" + tag));
            });
    assertThat(Sentence.all()).hasSizeGreaterThan(300);
    Sentence.all().forEach(sentence -> assertThat(facts).containsAll(sentence.needs()));
  }

  @Test
  void everyOpeningHasSentencesThatNameTheCompanion() {
    for (Opening opening : Opening.values()) {
      assertThat(Sentence.all())
          .filteredOn(sentence -> sentence.needs().equals(opening.needs()))
          .hasSizeGreaterThan(1)
          .allMatch(sentence -> sentence.text().contains("{Name}"));
    }
  }

  @Test
  void everySpeciesAndRoleHasSentencesOfItsOwnAndStemsThatEndingsFit() {
    new Lexicon()
        .entries().stream()
            .filter(entry -> !entry.stems().isEmpty())
            .forEach(
                entry -> {
                  assertThat(Sentence.all())
                      .anyMatch(sentence -> sentence.needs().contains(entry.fact()));
                  assertThat(entry.stems()).allMatch(stem -> stem.matches("[A-Z][a-z]*[^aeiou]"));
                });
  }

  @ParameterizedTest
  @CsvSource({"keep,keeps", "carry,carries", "play,plays", "wash,washes", "mix,mixes", "go,goes"})
  void verbsAgreeWithOne(String base, String third) {
    assertThat(said("{Who} [" + base + "]", Pronoun.SHE)).isEqualTo("Tindle " + third);
  }

  @Test
  void theNameComesFirstAndThePronounAfter() {
    Voice voice = new Voice("Tindle", Pronoun.THEY, Map.of("thing", "the lamp"));
    assertThat(voice.say(new Sentence(java.util.List.of(), "x", "{Who} [be] here with {thing}.")))
        .isEqualTo("Tindle is here with the lamp.");
    assertThat(voice.say(new Sentence(java.util.List.of(), "x", "For {who:o}: {they} [have] it.")))
        .isEqualTo("For them: they have it.");
  }

  @ParameterizedTest
  @CsvSource({"owl,an", "unicorn,a", "umbrella,an", "honest,an", "one,a", "hedgehog,a", "Elf,an"})
  void articlesFollowTheSound(String word, String article) {
    assertThat(Noun.article(word)).isEqualTo(article);
  }

  private static String said(String text, Pronoun pronoun) {
    return new Voice("Tindle", pronoun, Map.of())
        .say(new Sentence(java.util.List.of(), "kind", text));
  }
}
