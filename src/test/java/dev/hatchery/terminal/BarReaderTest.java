package dev.hatchery.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.hatchery.terminal.Reading.Bar;
import dev.hatchery.terminal.Reading.Line;
import dev.hatchery.terminal.Reading.Style;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarReaderTest {

  private final BarReader reader = new BarReader();

  @Test
  void aBarIsSeenBeforeItsLineEnds() {
    assertThat(read("\r 50%|█████     | 1/2 [00:14<00:14, 14.18s/it]"))
        .containsExactly(bar("", 50, 1, 2, "it"));
  }

  @Test
  void aBarCutOffInTheMiddleOfANumberShowsItsPercentOnly() {
    assertThat(read("\r  5%|▌         | 1/2")).isEmpty();
    assertThat(reader.settle()).containsExactly(bar("", 5, null, null, ""));
    assertThat(read("0 [00:01<00:19,  1.00it/s]")).containsExactly(bar("", 5, 1, 20, "it"));
  }

  @Test
  void aLineCutAtTheTerminalsEdgeIsNotBelievedAgainstItsPercentage() {
    assertThat(read("\r  5%|▌| 1/2\r")).containsExactly(bar("", 5, null, null, ""));
  }

  @Test
  void theSameBarTwiceIsReadOnce() {
    assertThat(
            read(
                "\r"
                    + "100%|██| 2/2 [00:28<00:00, 14.11s/it]\r"
                    + "100%|██| 2/2 [00:28<00:00, 14.14s/it]\r\n"))
        .hasSize(1);
  }

  @Test
  void aDescriptionMayLookLikeABarItself() {
    assertThat(read("a|b 10% [x]: 3/4:  25%|██▌       | 1/4 [00:00<00:01,  2.85it/s]"))
        .containsExactly(bar("a|b 10% [x]: 3/4", 25, 1, 4, "it"));
  }

  @Test
  void coloursAndTitlesAreNoPartOfABar() {
    assertThat(
            read(
                "\r"
                    + "\u001b]0;50%|██| 1/2 [x]\u0007\u001b[32m 50%\u001b[0m|██| 1/2 [00:00<00:00, "
                    + " 1.0it/s]"))
        .containsExactly(bar("", 50, 1, 2, "it"));
  }

  @Test
  void hoursNegativeTimesAndUnknownRatesAreRead() {
    assertThat(read("\r 50%|██| 1/2 [202788:17:08<?, ?step/s,   Model Initializing ...  ]"))
        .containsExactly(
            new Bar(
                "",
                some(50),
                some(1),
                some(2),
                "step",
                "Model Initializing ...",
                Style.TQDM,
                false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Battery below 5% threshold: 4%",
        "plain print 50% | 3/4 [x]",
        "50% | 3/4",
        "done 50%|well| then",
        "INFO 25%|██▌  | 1/4 [00:00<00:01, 2.85it/s]",
        "see [1] and 4it [00:00"
      })
  void percentagesInOrdinaryTextAreNoBars(String text) {
    assertThat(read(text + "\n")).containsExactly(new Line(text));
  }

  @Test
  void anAbsurdPercentageIsNotBelieved() {
    assertThat(read("\r999%|██| 3/0 [00:00<00:00, 1.0it/s]\r"))
        .singleElement()
        .satisfies(bar -> assertThat(((Bar) bar).fraction()).isEmpty());
  }

  @Test
  void aBarBelowARunningOneIsNested() {
    List<Reading> seen =
        read("\r  0%|  | 0/2 [00:00<?, ?it/s]\r\n\r  0%|  | 0/3 [00:00<?, ?it/s]\u001b[A");
    assertThat(seen).map(bar -> ((Bar) bar).nested()).containsExactly(false, true);
  }

  @Test
  void aBarAfterAnAbandonedOneIsNotNested() {
    List<Reading> seen =
        read(
            "\r 50%|█ | 1/2 [00:00<?, ?it/s]\r\n"
                + "\r  0%|  | 0/3 [00:00<?, ?it/s]\r 33%|▌ | 1/3 [00:00<?, ?it/s]");
    assertThat(seen).hasSize(3).allMatch(bar -> !((Bar) bar).nested());
  }

  @Test
  void nothingForATerminalReachesALine() {
    assertThat(
            read(
                "a\u001b]52;c;ZXZpbA==\u0007b\u009b31mc\u001bPq#0\u001b\\d\u0007\be\u001b[6nf\u202eg\u0000\u001b(Bh\n"))
        .containsExactly(new Line("abcdefgh"));
  }

  @Test
  void anUnfinishedSequenceDoesNotSwallowTheNextLine() {
    assertThat(read("\u001b]0;title\nnext\n")).containsExactly(new Line("next"));
  }

  @Test
  void aLineWithoutEndIsCappedAndTheNextBarIsRead() {
    for (int i = 0; i < 1000; i++) {
      assertThat(read("x".repeat(20_000))).isEmpty();
    }
    List<Reading> seen = read("\r 50%|██| 1/2 [00:14<00:14, 14.18s/it]");
    assertThat(seen).last().isEqualTo(bar("", 50, 1, 2, "it"));
    assertThat(((Line) seen.getFirst()).text()).hasSize(8192);
  }

  @Test
  void whatIsNotUtf8BecomesReplacementCharacters() {
    byte[] bytes = {'a', (byte) 0xff, (byte) 0xc3, 'b', '\n'};
    assertThat(reader.read(bytes, bytes.length)).containsExactly(new Line("a\ufffd\ufffdb"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1%|",
        "a:  1%| ",
        "1 [0, ",
        " [",
        "]",
        "it/s",
        "s/it",
        ":  ",
        "||||||||||",
        "\u001b]",
        "█"
      })
  void hostileLinesTakeLinearTime(String piece) {
    byte[] bytes = piece.repeat(2_000_000 / piece.length()).getBytes(UTF_8);
    assertTimeout(Duration.ofSeconds(5), () -> reader.read(bytes, bytes.length));
  }

  @Property(tries = 300)
  void chunksMakeNoDifferenceWhateverTheBytes(
      @ForAll("terminalTalk") List<String> pieces, @ForAll long seed) {
    byte[] bytes = String.join("", pieces).getBytes(UTF_8);
    assertThat(CaptureTest.inChunks(bytes, new Random(seed), 7))
        .isEqualTo(new BarReader().read(bytes, bytes.length));
  }

  @Property(tries = 300)
  void progressNeverFallsWhateverTheBytes(@ForAll("terminalTalk") List<String> pieces) {
    BarProgress progress = new BarProgress(BarRules.unnamed());
    List<Double> fractions = new ArrayList<>();
    byte[] bytes = String.join("", pieces).getBytes(UTF_8);
    for (Reading reading : new BarReader().read(bytes, bytes.length)) {
      fractions.add(progress.read(reading).fraction());
    }
    assertThat(fractions).isSorted().allMatch(f -> f >= 0 && f <= 1);
  }

  @Provide
  Arbitrary<List<String>> terminalTalk() {
    Arbitrary<String> bars =
        Arbitraries.integers()
            .between(0, 30)
            .map(n -> "\r%3d%%|██▌ |%d/20 [00:01<?, 2.0it/s]".formatted(n * 5, n));
    Arbitrary<String> scraps =
        Arbitraries.of(
            "\r",
            "\n",
            "\u001b[A",
            "\u001b[",
            "\u001b]0;",
            "\u0007",
            "█",
            "50%|",
            "| 1/2",
            " [00:00",
            "]",
            "it/s",
            "4it [00:01, 2it/s]",
            "outer: ",
            "words ",
            " ",
            "|",
            "=>",
            "3.1G/4G",
            "\u009b",
            "é");
    return Arbitraries.oneOf(bars, scraps).list().ofMaxSize(40);
  }

  private List<Reading> read(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return reader.read(bytes, bytes.length);
  }

  private static Bar bar(
      String name, double percent, @Nullable Integer count, @Nullable Integer total, String unit) {
    return new Bar(name, some(percent), some(count), some(total), unit, "", Style.TQDM, false);
  }

  private static OptionalDouble some(@Nullable Number value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value.doubleValue());
  }
}
