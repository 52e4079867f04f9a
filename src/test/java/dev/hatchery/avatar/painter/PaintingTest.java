package dev.hatchery.avatar.painter;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaintingTest {
  private static final int SIZE = 128;

  @Test
  void theSameWordsAndSeedGiveTheSamePixels() {
    String words = "a shy fire lizard who carries his own lamp";
    assertThat(pixels(painted(words, 7, 40))).isEqualTo(pixels(painted(words, 7, 40)));
  }

  @Test
  void anotherSeedGivesAnotherPicture() {
    String words = "a small companion";
    assertThat(pixels(painted(words, 1, 40))).isNotEqualTo(pixels(painted(words, 2, 40)));
  }

  @Test
  void tenDescriptionsGiveTenClearlyDifferentPictures() {
    List<BufferedImage> pictures =
        List.of(
                "a shy fire lizard who carries his own lamp",
                "a mossy stone golem",
                "a cloud jellyfish",
                "a clockwork owl",
                "a tea-drinking fox",
                "a snail with a lighthouse on its back",
                "a polar bear with an umbrella",
                "a friendly ghost in a library",
                "a green frog wizard",
                "a wishing star")
            .stream()
            .map(words -> painted(words, 1, 40))
            .toList();
    for (int i = 0; i < pictures.size(); i++) {
      for (int j = i + 1; j < pictures.size(); j++) {
        assertThat(distance(pictures.get(i), pictures.get(j)))
            .as(i + " and " + j)
            .isGreaterThan(20);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a red lizard,29",
    "an orange lizard,45",
    "a yellow lizard,90",
    "a green lizard,138",
    "a teal lizard,190",
    "a blue lizard,255",
    "a purple lizard,305",
    "a pink lizard,0"
  })
  void theColourThatTheWordsNameIsTheColourOfTheSkin(String words, double hue) {
    BufferedImage picture = painted(words + " in the snow", 3, 40);
    int forehead = picture.getRGB(SIZE / 2, (int) (SIZE * .335));
    double painted = Oklch.of(new Color(forehead)).hue();
    assertThat(Math.abs((painted - hue + 540) % 360 - 180)).as("hue " + painted).isLessThan(24);
  }

  @ParameterizedTest
  @EnumSource(Species.class)
  void everySpeciesHasItsHeadInTheMiddleAndItsEyesOpenAtTheVeryEnd(Species species) {
    String words = "a " + Names.words(species).split(" ", 2)[0];
    Painting painting = new Painting(Studio.sketch(words, 1), SIZE, 40);
    painting.at(39);
    BufferedImage asleep = painting.at(39.9);
    BufferedImage awake = painting.at(40);
    Set<Integer> rows = new HashSet<>();
    Set<Integer> columns = new HashSet<>();
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        if (dark(awake.getRGB(x, y)) && !dark(asleep.getRGB(x, y))) {
          rows.add(y);
          columns.add(x);
        }
      }
    }
    assertThat(rows).as("the dark of the eyes").hasSizeGreaterThan(5);
    assertThat(rows.stream().mapToInt(y -> y).average().orElse(0) / SIZE).isBetween(.3, .56);
    assertThat(columns).allMatch(x -> x > SIZE * .16 && x < SIZE * .84);
  }

  @ParameterizedTest
  @EnumSource(Species.class)
  void everyStageChangesThePictureAndSaysWhat(Species species) {
    String words = "a " + Names.words(species).split(" ", 2)[0];
    Painting painting = new Painting(Studio.sketch(words, 1), 96, 40);
    int[] before = pixels(painting.at(0));
    for (int stage = 1; stage <= Phase.STAGES; stage++) {
      int[] after = pixels(painting.at(stage));
      assertThat(Arrays.equals(after, before)).as("stage " + stage + " changes nothing").isFalse();
      assertThat(painting.nameOf(stage)).doesNotContain("]", "|", ",").isNotBlank();
      before = after;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 40, 53, 80})
  void howeverManyStepsThereAreHardlyOneIsIdleAndTheLastPictureIsTheSame(int steps) {
    for (String words : List.of("a small moon", "a rain cloud", "a fox", "a ghost")) {
      Painting painting = new Painting(Studio.sketch(words, 1), SIZE, steps);
      int[] before = pixels(painting.at(0));
      int idle = 0;
      for (int step = 1; step <= steps; step++) {
        int[] after = pixels(painting.at(40.0 * step / steps));
        // In half stages a single freckle may lie hidden behind a thing held in front of it.
        idle += Arrays.equals(after, before) ? 1 : 0;
        before = after;
      }
      assertThat(idle).as(words).isLessThanOrEqualTo(steps > 40 ? steps / 20 : 0);
      assertThat(distance(painting.at(40), painted(words, 1, 40))).isLessThan(.1);
    }
  }

  @Test
  void stagesAreNamedAfterWhatIsPainted() {
    Painting painting =
        new Painting(Studio.sketch("a lizard with a lantern in a canyon", 1), SIZE, 40);
    List<String> names = IntStream.rangeClosed(1, 40).mapToObj(painting::nameOf).toList();
    assertThat(names)
        .hasSize(40)
        .contains("the pale disc", "the silhouette", "spots", "the lantern");
    assertThat(names.get(19)).isEqualTo("the sleeping face");
    assertThat(names.get(39)).isEqualTo("the eyes open");
  }

  @Test
  void everythingThatCanBeSaidCanBeSeen() {
    Set<Integer> seen = new HashSet<>();
    List<String> said = new ArrayList<>();
    List.of(Held.values()).forEach(held -> said.add(first(held.words())));
    List.of(Worn.values()).forEach(worn -> said.add(first(worn.words())));
    List.of(Signature.values()).forEach(sign -> said.add("bell and " + first(sign.words())));
    List.of(Mood.values()).forEach(mood -> said.add("bell " + mood.words().split(" ", -1)[1]));
    List.of(Habitat.values()).forEach(place -> said.add("bell in a " + first(place.words())));
    for (String thing : said) {
      BufferedImage picture = painted("a white rabbit with a " + thing, 5, 40);
      assertThat(seen.add(Arrays.hashCode(pixels(picture)))).as(thing).isTrue();
    }
  }

  private static String first(String words) {
    return words.split(" ", 2)[0];
  }

  private static BufferedImage painted(String words, long seed, double stage) {
    return new Painting(Studio.sketch(words, seed), SIZE, 40).at(stage);
  }

  private static int[] pixels(BufferedImage picture) {
    return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
  }

  private static boolean dark(int rgb) {
    return (rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255) < 170;
  }

  /** Mean difference of the channels in the middle of the pictures, 0..255. */
  private static double distance(BufferedImage a, BufferedImage b) {
    long sum = 0;
    int count = 0;
    for (int y = SIZE / 6; y < SIZE * 5 / 6; y++) {
      for (int x = SIZE / 6; x < SIZE * 5 / 6; x++) {
        for (int shift = 0; shift <= 16; shift += 8) {
          sum += Math.abs((a.getRGB(x, y) >> shift & 255) - (b.getRGB(x, y) >> shift & 255));
          count++;
        }
      }
    }
    return (double) sum / count;
  }
}
