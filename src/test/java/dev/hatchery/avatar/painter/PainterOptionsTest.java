package dev.hatchery.avatar.painter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PainterOptionsTest {

  @Test
  void everyOptionIsRead() throws Exception {
    PainterOptions options =
        PainterOptions.of(
            "--prompt=a = b",
            "--output=o.png",
            "--seed=-5",
            "--steps=80",
            "--width=512",
            "--height=512",
            "--pace=1s",
            "--previews=p");
    assertThat(options)
        .isEqualTo(
            new PainterOptions(
                "a = b", Path.of("o.png"), -5, 80, 512, Duration.ofSeconds(1), Path.of("p")));
  }

  @Test
  void whatIsNotGivenIsUsual() throws Exception {
    PainterOptions options = PainterOptions.of("--prompt=fox", "--output=o.png");
    assertThat(options)
        .isEqualTo(
            new PainterOptions("fox", Path.of("o.png"), 0, 40, 768, Duration.ofMillis(40), null));
  }

  @ParameterizedTest
  @CsvSource({"0,0", "0ms,0", "40ms,40", "2s,2000", "15,15"})
  void aPaceMayBeWrittenInSeveralWays(String text, long millis) throws Exception {
    PainterOptions options = PainterOptions.of("--prompt=fox", "--output=o.png", "--pace=" + text);
    assertThat(options.pace()).isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--steps=0",
        "--steps=81",
        "--steps=x",
        "--seed=",
        "--width=10",
        "--width=4000",
        "--height=512",
        "--pace=-1ms",
        "--pace=fast",
        "--pace=61s",
        "--previews=",
        "--output=o2.png",
        "--colour=red",
        "-x",
        "word",
        "--",
        "--=",
        "--steps",
        "--pace=9999999999999999s"
      })
  void aWrongOptionIsNamedInOneSentence(String wrong) {
    assertThatThrownBy(() -> PainterOptions.of("--prompt=fox", "--output=o.png", wrong))
        .isInstanceOf(PainterOptions.Invalid.class)
        .hasMessageEndingWith(".")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aMissingPromptOrOutputIsWrong() {
    assertThatThrownBy(() -> PainterOptions.of("--output=o.png")).hasMessageContaining("--prompt");
    assertThatThrownBy(() -> PainterOptions.of("--prompt=fox")).hasMessageContaining("--output");
  }

  @Test
  void nothingOfAnArgumentReachesTheTerminalAsItIs() {
    assertThatThrownBy(() -> PainterOptions.of("--x=\u001b[2J\n" + "y".repeat(500)))
        .hasMessageNotContaining("\u001b")
        .hasMessageNotContaining("\n")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(120));
  }
}
