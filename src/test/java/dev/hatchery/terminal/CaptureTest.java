package dev.hatchery.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.terminal.BarProgress.Standing;
import dev.hatchery.terminal.Reading.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaptureTest {

  @ParameterizedTest
  @EnumSource
  void everyCaptureReadByteByByteShowsTheSameAsAtOnce(Capture capture) {
    assertThat(capture.bytewise()).isEqualTo(capture.whole());
  }

  @Property(tries = 200)
  void everyCaptureInRandomChunksShowsTheSame(
      @ForAll Capture capture, @ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int most) {
    assertThat(inChunks(capture.bytes(), new Random(seed), most)).isEqualTo(capture.whole());
  }

  @ParameterizedTest
  @EnumSource
  void everyCaptureEndsWhereItsRenderEnded(Capture capture) {
    BarProgress progress = new BarProgress(capture.rules());
    capture.whole().forEach(progress::read);
    Standing last = progress.standing();
    assertThat(last.stage()).isEqualTo(capture.stage);
    assertThat(last.fraction()).isEqualTo(capture.fraction);
    assertThat(List.of(last.step(), last.steps())).containsExactly(capture.step, capture.steps);
  }

  @ParameterizedTest
  @EnumSource
  void progressNeverFallsInAnyCapture(Capture capture) {
    BarProgress progress = new BarProgress(capture.rules());
    List<Double> fractions =
        capture.whole().stream().map(reading -> progress.read(reading).fraction()).toList();
    assertThat(fractions).isSorted().allMatch(f -> f >= 0 && f <= 1);
  }

  @ParameterizedTest
  @EnumSource
  void noCaptureLeavesControlCharactersInItsLines(Capture capture) {
    assertThat(capture.whole())
        .filteredOn(Line.class::isInstance)
        .allMatch(line -> ((Line) line).text().chars().noneMatch(Character::isISOControl));
  }

  @Test
  void textPrintedRightBehindABarIsALineOfItsOwn() {
    assertThat(Capture.WRITE_AND_PRINT.whole())
        .contains(new Line("plain print 50% | 3/4 [x]"), new Line("note 1"));
  }

  @Test
  void theReasonOfACrashIsAmongTheLastLines() {
    assertThat(Capture.ERROR_MIDWAY.whole())
        .last()
        .isEqualTo(new Line("RuntimeError: Metal: out of memory"));
  }

  @Test
  void noCaptureIsForgotten() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/captures/tqdm"))) {
      List<String> captured =
          files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".bin")).toList();
      assertThat(Arrays.stream(Capture.values()).map(c -> c.file)).containsAll(captured);
    }
  }

  static List<Reading> inChunks(byte[] bytes, Random random, int most) {
    BarReader reader = new BarReader();
    List<Reading> readings = new ArrayList<>();
    for (int at = 0; at < bytes.length; ) {
      int length = Math.min(bytes.length - at, 1 + random.nextInt(most));
      readings.addAll(reader.read(Arrays.copyOfRange(bytes, at, at + length), length));
      at += length;
    }
    return readings;
  }
}
