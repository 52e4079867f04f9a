package dev.hatchery.avatar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewsTest {
  @TempDir Path directory;

  @Test
  void theNewestPictureIsGivenOnce() throws IOException {
    write("step1of3.png", Pictures.png(10, 10), 1);
    write("step2of3.png", Pictures.png(20, 20), 2);
    var previews = new Previews(directory);

    assertThat(previews.next()).get().extracting(Picture::width).isEqualTo(20);
    assertThat(previews.next()).isEmpty();
  }

  @Test
  void whileTheNewestIsStillWrittenTheOneBeforeItIsGiven() throws IOException {
    var whole = Pictures.png(20, 20);
    write("step1of3.png", Pictures.png(10, 10), 1);
    write("step2of3.png", Arrays.copyOf(whole, whole.length - 5), 2);
    var previews = new Previews(directory);

    assertThat(previews.next()).get().extracting(Picture::width).isEqualTo(10);
    assertThat(previews.next()).isEmpty();
    write("step2of3.png", whole, 3);
    assertThat(previews.next()).get().extracting(Picture::width).isEqualTo(20);
  }

  @Test
  void nothingIsGivenBeforeThereIsAPicture() throws IOException {
    write("notes.txt", new byte[] {1}, 1);

    assertThat(new Previews(directory).next()).isEmpty();
    assertThat(new Previews(directory.resolve("missing")).next()).isEmpty();
  }

  private void write(String name, byte[] bytes, long second) throws IOException {
    Files.setLastModifiedTime(
        Files.write(directory.resolve(name), bytes), FileTime.fromMillis(1000 * second));
  }
}
