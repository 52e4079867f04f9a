package dev.hatchery.mission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Category;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntentRulesTest {
  private static final Path FOLDER = Path.of("src/test/resources/mission");

  /** The cues were chosen with these in sight. */
  private static final String KNOWN = "objectives.txt";

  /** These were written afterwards; a few cues were chosen by what was not understood of them. */
  private static final String FRESH = "objectives-fresh.txt";

  /** These were written last, and no cue was chosen for them: 29 were understood before that. */
  private static final String HELD_OUT = "objectives-held-out.txt";

  private static final String UNCLEAR = "unclear";
  private static final double RIGHT_OF_ALL = 0.95;
  private static final double SURE = 0.6;
  private static final double SURE_OF_RIGHT = 0.85;

  private final IntentRules rules = new IntentRules();

  /** An objective and what people say that it asks for. */
  record Labelled(String label, String objective) {}

  @Test
  void nearlyAllObjectivesAreUnderstoodWithoutAModel() throws IOException {
    var clear = labelled(KNOWN).stream().filter(one -> !one.label().equals(UNCLEAR)).toList();
    var wrong = clear.stream().filter(one -> !right(one)).map(this::told).toList();

    assertThat(clear).hasSizeGreaterThanOrEqualTo(80);
    assertThat(1 - wrong.size() / (double) clear.size())
        .as("%s", wrong)
        .isGreaterThanOrEqualTo(RIGHT_OF_ALL);
  }

  @Test
  void whatNobodyCanTellGetsALowConfidenceAndWhatIsRightMostlyAHighOne() throws IOException {
    var unclear = labelled(KNOWN).stream().filter(one -> one.label().equals(UNCLEAR)).toList();
    var right = labelled(KNOWN).stream().filter(this::right).toList();

    assertThat(unclear)
        .allSatisfy(one -> assertThat(confidence(one)).as(told(one)).isLessThan(SURE));
    assertThat(right)
        .filteredOn(one -> confidence(one) >= SURE)
        .hasSizeGreaterThan((int) (right.size() * SURE_OF_RIGHT));
  }

  @ParameterizedTest
  @CsvSource({FRESH + ", 23, 0", HELD_OUT + ", 33, 2"})
  void mostOfTheObjectivesThatWereWrittenLaterAreUnderstoodOrAskedAbout(
      String file, int rightLeast, int misledMost) throws IOException {
    var unseen = labelled(file).stream().filter(one -> !one.label().equals(UNCLEAR)).toList();
    var right = unseen.stream().filter(this::right).toList();
    var misled =
        unseen.stream()
            .filter(one -> !right(one) && confidence(one) >= SURE)
            .map(this::told)
            .toList();

    assertThat(right).hasSizeGreaterThanOrEqualTo(rightLeast);
    assertThat(misled).hasSizeLessThanOrEqualTo(misledMost);
  }

  @Test
  void anAddressOutweighsTheVerbBeforeIt() {
    assertThat(rules.classify("Find the price on https://example.com/a").category())
        .isEqualTo(Category.EXTRACT);
  }

  @Test
  void timesAndRangesAreNoCalculation() {
    assertThat(rules.classify("Find shops that are open 24/7 in 2024-2025").category())
        .isEqualTo(Category.SEARCH);
  }

  @Property
  void anyWordsAreAnswered(@ForAll String objective) {
    assertThat(rules.classify(objective).confidence()).isBetween(0.0, 1.0);
  }

  private boolean right(Labelled one) {
    return rules
        .classify(one.objective())
        .category()
        .name()
        .toLowerCase(Locale.ROOT)
        .equals(one.label());
  }

  private double confidence(Labelled one) {
    return rules.classify(one.objective()).confidence();
  }

  private String told(Labelled one) {
    return "%s: %s".formatted(one, rules.classify(one.objective()));
  }

  private static List<Labelled> labelled(String file) throws IOException {
    return Files.readAllLines(FOLDER.resolve(file)).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t"))
        .map(cells -> new Labelled(cells[0], cells[1]))
        .toList();
  }
}
