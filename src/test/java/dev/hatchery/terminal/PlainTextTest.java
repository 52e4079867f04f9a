package dev.hatchery.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlainTextTest {

  @Test
  void ordinaryLinesStayAsTheyAre() {
    assertThat(plain("a\tb\r\n\r\n  c\n")).isEqualTo("a\tb\n\n  c\n");
  }

  @Test
  void ofALineWrittenOverAndOverTheLastIsLeft() {
    assertThat(plain("\r 1%\r 2%\r 3%\r\nnext")).isEqualTo(" 3%\nnext");
  }

  @Test
  void coloursTitlesAndQuestionsToTheTerminalAreGone() {
    assertThat(plain("\u001B[31mred\u001B[0m\u001B]0;title\u0007\u001B[6n\u009B2J\u0007!\n"))
        .isEqualTo("red!\n");
  }

  @Test
  void nestedBarsAreNotALineForEveryMove() {
    var inner = "\n\r inner 1%\u001B[A";
    assertThat(plain("\r outer 1%" + inner + inner + inner + "\r outer 2%\n\n"))
        .isEqualTo(" outer 1%\n\n");
  }

  @Property(tries = 100)
  void howTheBytesAreCutMakesNoDifference(@ForAll String text, @ForAll @IntRange(max = 8) int cut) {
    var bytes = text.getBytes(UTF_8);
    var first = Math.min(cut, bytes.length);
    var reader = new PlainText();
    var cutText =
        reader.read(bytes, first)
            + reader.read(Arrays.copyOfRange(bytes, first, bytes.length), bytes.length - first)
            + reader.finish();
    assertThat(cutText).isEqualTo(plain(text));
  }

  private static String plain(String text) {
    var bytes = text.getBytes(UTF_8);
    var reader = new PlainText();
    return reader.read(bytes, bytes.length) + reader.finish();
  }
}
