package dev.hatchery.avatar.painter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SubjectTest {

  @ParameterizedTest
  @CsvSource({
    "A shy fire lizard who carries his own lamp, LIZARD, EMBER_CANYON, LANTERN",
    "a mossy stone golem, GOLEM, OLD_FOREST,",
    "a cloud jellyfish, JELLYFISH, DAWN_SKY,",
    "a clockwork owl, OWL, NIGHT_CITY,",
    "a tea-drinking fox, FOX, TEA_HILLS, CUP",
    "a snail with a lighthouse on its back, SNAIL, BLUE_COAST, LANTERN",
    "a green frog wizard, FROG, OLD_FOREST, WAND",
    "two little mice who bake cakes, MOUSE, LIBRARY, CAKE",
    "a hedgehog who collects stars, HEDGEHOG, SPACE, STAR",
    "a tiny cloud who wants to be a whale, CLOUD, DAWN_SKY,",
    "a star-gazing mole, OTTER, BLUE_COAST,"
  })
  void speciesHabitatAndWhatIsHeldFollowFromTheWords(
      String words, Species species, Habitat habitat, Held held) {
    Subject subject = subject(words);
    assertThat(subject.species()).isEqualTo(species);
    assertThat(subject.habitat()).isEqualTo(habitat);
    if (held != null) {
      assertThat(subject.held()).isEqualTo(held);
    }
  }

  @Test
  void theColourOfAScarfIsNotTheColourOfTheSkin() {
    Subject subject = subject("a white cat with a red scarf and green eyes in a blue city");
    assertThat(subject.skin()).isEqualTo(Hue.WHITE.tone());
    assertThat(subject.accent()).isEqualTo(Hue.RED.tone());
    assertThat(subject.worn()).isEqualTo(Worn.SCARF);
    assertThat(subject.glow()).isEqualTo(Tone.of(Hue.GREEN.color()).light());
  }

  @Test
  void whatACreatureIsMadeOfIsItsColour() {
    assertThat(subject("an ice dragon").skin()).isEqualTo(Hue.SKY.tone());
    assertThat(subject("a dragon made of stone").skin()).isEqualTo(Hue.GREY.tone());
    assertThat(subject("a purple dragon of ice").skin()).isEqualTo(Hue.PURPLE.tone());
  }

  @Test
  void aColourIsAsLightOrAsDarkAsItsWordSays() {
    double plain = lightness("a blue cat");
    assertThat(lightness("a pale blue cat")).isGreaterThan(plain + .05);
    assertThat(lightness("a dark blue cat")).isLessThan(plain - .05);
  }

  @Test
  void someNamesAreColoursAsWell() {
    assertThat(subject("a raven").skin()).isEqualTo(Hue.BLACK.tone());
    assertThat(subject("a white raven").skin()).isEqualTo(Hue.WHITE.tone());
    assertThat(subject("two swans").skin()).isEqualTo(Hue.WHITE.tone());
  }

  @Test
  void wordsChangeTheBuild() {
    assertThat(subject("a winged cat").build().wings()).isEqualTo(Build.Wings.FEATHER);
    assertThat(subject("a horned cat").build().horns()).isEqualTo(Build.Horns.SMALL);
    assertThat(subject("a striped rabbit").build().coat()).isEqualTo(Build.Coat.STRIPES);
    assertThat(subject("a spotted rabbit").build().coat()).isEqualTo(Build.Coat.SPOTS);
    assertThat(subject("a fluffy rabbit").build().coat()).isEqualTo(Build.Coat.FUR);
    assertThat(subject("a jackalope").build().horns()).isEqualTo(Build.Horns.ANTLERS);
    assertThat(subject("a narwhal").build().horns()).isEqualTo(Build.Horns.UNICORN);
    assertThat(subject("a pegasus").build().horns()).isEqualTo(Build.Horns.NONE);
    assertThat(subject("a lava golem").skin()).isEqualTo(Hue.BLACK.tone());
    assertThat(subject("a clockwork cat").mechanical()).isTrue();
  }

  @Test
  void thereIsNeverASignAboveAHat() {
    Subject subject = subject("a cat with a top hat and a star");
    assertThat(subject.worn()).isEqualTo(Worn.TOP_HAT);
    assertThat(subject.signature()).isNull();
    assertThat(subject("a flower-crowned deer").worn()).isEqualTo(Worn.FLOWERS);
  }

  @Test
  void wordsWithoutAnyCreatureStillGiveOne() {
    assertThat(subject("somebody to talk to").species()).isNotNull();
    assertThat(subject("日本語だけの説明です")).isNotNull();
    assertThat(subject("\u0000\u001b[31m<svg>")).isNotNull();
  }

  @Test
  void aCreatureNeverHasNothingAtAllToHoldOrToWear() {
    for (int seed = 0; seed < 50; seed++) {
      Subject subject = Subject.of("a creature", new Dice("a creature", seed));
      assertThat(subject.held() != null || subject.worn() != null).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Species.class)
  void everySpeciesAnswersToAllOfItsWords(Species species) {
    assertThat(Names.hues(species)).isNotEmpty();
    for (String word : Names.words(species).split(" ", -1)) {
      assertThat(subject("a " + word).species()).as(word).isEqualTo(species);
    }
  }

  private static double lightness(String words) {
    return Oklch.of(subject(words).skin().base()).lightness();
  }

  private static Subject subject(String words) {
    return Subject.of(words, new Dice(words, 1));
  }
}
