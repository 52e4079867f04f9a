package dev.hatchery.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
  @Property
  void noTextKeepsAnythingThatATerminalWouldObey(@ForAll String text) {
    assertThat(SafeText.of(text).codePoints()).allMatch(SafeText::harmless);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u001B[2Jb",
        "a\u009B2Jb",
        "a\u0007b",
        "a\bb",
        "a\u202Eb",
        "a\u2066b",
        "a\u200Db",
        "a\u0000b",
        "a\u007Fb",
        "a\uD800b",
        "a\uFE0Fb",
        "a\uFEFFb",
        "a\u001B]52;c;eA==\u0007b"
      })
  void hostileTextLosesItsTeeth(String text) {
    assertThat(SafeText.of(text))
        .startsWith("a")
        .endsWith("b")
        .matches(safe -> safe.codePoints().noneMatch(Character::isISOControl))
        .doesNotContain("\u202E", "\u2066", "\u200D", "\uFE0F", "\uFEFF", "\uD800");
  }

  @Test
  void lineEndsBecomeSpaces() {
    assertThat(SafeText.of("a\r\nb\tc\u2028d")).isEqualTo("a  b c d");
  }

  @ParameterizedTest
  @CsvSource({
    "abc,3",
    "é,1",
    "e\u0301,1",
    "龍,2",
    "🐉,2",
    "한국,4",
    "✅,2",
    "⏳,2",
    "█▒░═║,5",
    "≈,1",
    "'',0"
  })
  void textIsAsWideAsItLooks(String text, int columns) {
    assertThat(DisplayWidth.of(text)).isEqualTo(columns);
  }

  @Property
  void fittedTextFits(@ForAll String text, @ForAll @IntRange(max = 30) int columns) {
    assertThat(DisplayWidth.of(Wrap.fit(SafeText.of(text), columns))).isLessThanOrEqualTo(columns);
  }

  @Property
  void wrappedLinesFit(
      @ForAll @NotBlank String text, @ForAll @IntRange(min = 2, max = 30) int room) {
    assertThat(Wrap.lines(SafeText.of(text), room, 5))
        .hasSizeLessThanOrEqualTo(5)
        .allMatch(line -> DisplayWidth.of(line) <= room);
  }

  @Test
  void linesBreakBetweenWordsAndTheLastSaysThatThereIsMore() {
    assertThat(Wrap.lines("a shy moss dragon who collects buttons", 12, 3))
        .containsExactly("a shy moss", "dragon who", "collects bu…");
  }

  @Test
  void theBarTellsMeasuredFromEstimated() {
    assertThat(Bar.line(25, 50, 22).text()).isEqualTo("[█████▒▒▒▒▒░░░░░░░░░░]");
  }

  @Test
  void onlyAHundredFillsTheBar() {
    assertThat(Bar.line(99.9, 99.9, 12).text()).isEqualTo("[█████████░]");
    assertThat(Bar.line(100, 100, 12).text()).isEqualTo("[██████████]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"short", "a name that is far too long for the box", "龍龍龍龍龍龍龍龍龍龍龍龍龍", "e\u0301 🐉"})
  void theRightEdgeIsStraight(String text) {
    var lines = new Box(20).row(Line.of(text, Ink.PLAIN)).rule().lines();
    assertThat(lines).allMatch(line -> line.width() == 20);
  }

  @Test
  void drawingsHaveAFormForPlainCharacterSets() {
    assertThat(AsciiArt.of("║ [█▒░] ≈ 12 % – é ║")).isEqualTo("| [#~.] ~ 12 % - é |");
  }

  @Test
  void aTerminalWithoutASizeIsTakenForAUsualOne() {
    assertThat(Terminal.parse("0 0")).isEqualTo(new Terminal.Size(80, 24));
    assertThat(Terminal.parse("20 40\n")).isEqualTo(new Terminal.Size(40, 20));
    assertThat(Terminal.parse("what?")).isEqualTo(new Terminal.Size(80, 24));
  }
}
