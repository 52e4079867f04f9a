package dev.hatchery.avatar.painter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.terminal.BarReader;
import dev.hatchery.terminal.Reading;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PainterTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream trouble = new ByteArrayOutputStream();

  @Test
  void aPictureIsPaintedWithItsBarAndItsPreviews() throws IOException {
    assertThat(run("--output=" + folder.resolve("o.png"), "--previews=" + folder.resolve("p")))
        .isZero();

    BufferedImage picture = ImageIO.read(folder.resolve("o.png").toFile());
    assertThat(picture.getWidth()).isEqualTo(256);
    assertThat(picture.getHeight()).isEqualTo(256);
    assertThat(names(folder.resolve("p"))).hasSize(12).contains("step1of12.png", "step12of12.png");
    for (int step = 1; step <= 12; step++) {
      BufferedImage preview = ImageIO.read(folder.resolve("p/step" + step + "of12.png").toFile());
      assertThat(preview.getWidth()).isEqualTo(512);
    }
    assertThat(names(folder)).containsExactlyInAnyOrder("o.png", "p");
    List<String> bars = List.of(written().split("\r", -1));
    assertThat(bars.stream().filter(bar -> bar.startsWith("Mixing colours:"))).hasSize(7);
    assertThat(bars.stream().filter(bar -> bar.contains("/12 ["))).hasSize(13);
    assertThat(bars.getLast())
        .startsWith("100%|")
        .contains("12/12")
        .endsWith("\nThe picture is painted.\n");
    assertThat(trouble.size()).isZero();
  }

  @Test
  void theBarOfThePictureIsTheOneWithoutAName() {
    run("--output=" + folder.resolve("o.png"));
    byte[] bytes = out.toByteArray();
    List<Reading.Bar> bars =
        new BarReader()
            .read(bytes, bytes.length).stream()
                .filter(Reading.Bar.class::isInstance)
                .map(Reading.Bar.class::cast)
                .toList();
    assertThat(bars.stream().filter(bar -> bar.name().equals("Mixing colours"))).isNotEmpty();
    List<Reading.Bar> own = bars.stream().filter(bar -> bar.name().isEmpty()).toList();
    assertThat(own.stream().map(bar -> (int) bar.count().orElse(-1)))
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    assertThat(own.getLast().postfix()).isEqualTo("the eyes open");
    assertThat(own.getLast().full()).isTrue();
  }

  @Test
  void theWrittenPictureIsThePaintedOne() throws IOException {
    run("--output=" + folder.resolve("o.png"));
    BufferedImage picture = ImageIO.read(folder.resolve("o.png").toFile());
    BufferedImage painted = new Painting(Studio.sketch("a fox", 3), 256, 40).at(40);
    for (int i = 0; i < 256; i++) {
      assertThat(picture.getRGB(i, i)).isEqualTo(painted.getRGB(i, i));
    }
  }

  @Test
  void whatIsThereIsNeverOverwritten() throws IOException {
    Path place = Files.writeString(folder.resolve("o.png"), "mine");
    assertThat(run("--output=" + place)).isEqualTo(1);
    assertThat(place).hasContent("mine");
    assertThat(trouble.toString(StandardCharsets.UTF_8)).contains("overwrites nothing");
    assertThat(names(folder)).containsExactly("o.png");
  }

  @Test
  void aPictureThatAppearsMeanwhileIsNotOverwrittenEither() throws IOException {
    Path place = Files.writeString(folder.resolve("o.png"), "mine");
    BufferedImage picture = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
    assertThatThrownBy(() -> Png.writeNew(picture, place)).isInstanceOf(IOException.class);
    assertThat(names(folder)).containsExactly("o.png");
  }

  @Test
  void aFolderThatIsNotThereIsTroubleInOneSentence() {
    assertThat(run("--output=" + folder.resolve("none/o.png"))).isEqualTo(1);
    assertThat(trouble.toString(StandardCharsets.UTF_8))
        .isEqualTo("The picture could not be written: NoSuchFileException.\n");
  }

  @Test
  void aWrongOptionIsExitCodeTwo() {
    assertThat(run("--output=" + folder.resolve("o.png"), "--brush=thick")).isEqualTo(2);
    assertThat(trouble.toString(StandardCharsets.UTF_8)).contains("--brush=thick").endsWith("\n");
    assertThat(out.size()).isZero();
  }

  @Test
  void onePictureInOneStepIsWhole() throws IOException {
    assertThat(run("--output=" + folder.resolve("o.png"), "--steps=1")).isZero();
    BufferedImage whole = new Painting(Studio.sketch("a fox", 3), 256, 40).at(40);
    assertThat(ImageIO.read(folder.resolve("o.png").toFile()).getRGB(99, 106))
        .isEqualTo(whole.getRGB(99, 106));
  }

  @Test
  void aStageIsNeverShorterThanThePace() {
    AtomicLong nanos = new AtomicLong();
    Pace pace = new Pace(Duration.ofMillis(40), nanos::get);
    nanos.addAndGet(15_000_000);
    assertThat(pace.rest()).isEqualTo(Duration.ofMillis(25));
    nanos.addAndGet(25_000_000 + 70_000_000);
    assertThat(pace.rest()).isEqualTo(Duration.ZERO);
    nanos.addAndGet(10_000_000);
    assertThat(pace.rest()).isEqualTo(Duration.ofMillis(30));
  }

  private int run(String... more) {
    boolean steps = Stream.of(more).anyMatch(option -> option.startsWith("--steps"));
    String[] usual = {
      "--prompt=a fox",
      "--seed=3",
      "--width=256",
      "--height=256",
      "--pace=0",
      steps ? "" : "--steps=12"
    };
    String[] all =
        Stream.of(usual, more)
            .flatMap(Stream::of)
            .filter(option -> !option.isEmpty())
            .toArray(String[]::new);
    return Painter.run(all, out, new PrintStream(trouble, true, StandardCharsets.UTF_8));
  }

  private String written() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
