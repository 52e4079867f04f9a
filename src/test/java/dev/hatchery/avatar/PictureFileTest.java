package dev.hatchery.avatar;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFileTest {

  @TempDir Path directory;

  @Test
  void aPngComesBackWithTheSamePixels() throws Exception {
    Picture picture = read(Pictures.png(70, 30));
    assertThat(ImageIO.read(new ByteArrayInputStream(picture.png())).getRGB(69, 29))
        .isEqualTo(ImageIO.read(new ByteArrayInputStream(Pictures.png(70, 30))).getRGB(69, 29));
  }

  @Test
  void aJpegBecomesAPng() throws Exception {
    Picture picture = read(Pictures.jpeg(70, 30));
    assertThat(picture.png()).startsWith(0x89, 'P', 'N', 'G');
    assertThat(picture.width()).isEqualTo(70);
  }

  @Test
  void textAndProfilesDoNotSurvive() throws Exception {
    byte[] talking = Pictures.with(Pictures.png(8, 8), "tEXt", "Author\0Mallory".getBytes(UTF_8));
    assertThat(new String(read(talking).png(), ISO_8859_1))
        .doesNotContain("Mallory", "tEXt", "iCCP");
  }

  @Test
  void aTextThatInflatesToFarMoreThanAPictureIsNotInflated() throws Exception {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    bomb.writeBytes("a\0\0".getBytes(UTF_8));
    try (DeflaterOutputStream out = new DeflaterOutputStream(bomb)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 128; i++) {
        out.write(zeros);
      }
    }
    byte[] armed = Pictures.with(Pictures.png(8, 8), "zTXt", bomb.toByteArray());
    assertThat(read(armed).width()).isEqualTo(8);
    assertThat(PngChunks.pixelsOnly(armed).readAllBytes()).isEqualTo(Pictures.png(8, 8));
  }

  @Test
  void aJpegsRemarksNeverReachTheDecoder() throws Exception {
    byte[] jpeg = Pictures.jpeg(8, 8);
    ByteArrayOutputStream talking = new ByteArrayOutputStream();
    talking.write(jpeg, 0, 2);
    talking.writeBytes("\u00ff\u00fe\0\tMallory".getBytes(ISO_8859_1));
    talking.write(jpeg, 2, jpeg.length - 2);
    assertThat(JpegSegments.pixelsOnly(talking.toByteArray()).readAllBytes()).isEqualTo(jpeg);
  }

  @Test
  void enormousSidesAreRefusedByTheHeader() throws Exception {
    refused(
        Pictures.claiming(Pictures.png(8, 8), 100_000, 100_000),
        "wrote a picture of 100000 × 100000 pixels, more than 4096 × 4096");
    refused(
        Pictures.claiming(Pictures.png(8, 8), -1, 8),
        "wrote a picture of 4294967295 × 8 pixels, more than 4096 × 4096");
    refused(
        Pictures.claiming(Pictures.png(8, 8), 0, 8),
        "wrote a picture of 0 × 8 pixels, more than 4096 × 4096");
  }

  @Test
  void aPngCutAnywhereIsRefused() throws Exception {
    byte[] png = Pictures.png(40, 40);
    for (int length = 8; length < png.length; length += 7) {
      refused(Arrays.copyOf(png, length), "wrote a truncated picture");
    }
  }

  @Test
  void aPngWithTooFewPixelsIsRefused() throws Exception {
    byte[] taller = Pictures.claiming(Pictures.png(40, 40), 40, 80);
    assertThatThrownBy(() -> read(taller)).isInstanceOf(PictureException.class);
  }

  @Test
  void aDamagedPngIsRefused() throws Exception {
    byte[] png = Pictures.png(40, 40);
    png[png.length / 2] ^= 1;
    refused(png, "wrote a damaged picture");
  }

  @Test
  void aJpegCutAnywhereIsRefused() throws Exception {
    byte[] jpeg = Pictures.jpeg(40, 40);
    for (int length = 4; length < jpeg.length; length += 11) {
      byte[] cut = Arrays.copyOf(jpeg, length);
      assertThatThrownBy(() -> read(cut)).isInstanceOf(PictureException.class);
    }
  }

  @Test
  void aJpegThatLacksPixelsIsRefusedAlthoughItHasAnEnd() throws Exception {
    byte[] jpeg = Pictures.jpeg(200, 200);
    byte[] cut = Arrays.copyOf(jpeg, jpeg.length / 2);
    cut[cut.length - 2] = (byte) 0xff;
    cut[cut.length - 1] = (byte) 0xd9;
    refused(cut, "wrote a truncated picture");
  }

  @Test
  void otherFormatsAreRefusedByName() throws Exception {
    refused(
        "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(UTF_8),
        "wrote a file that is neither PNG nor JPEG");
    refused("GIF89a".getBytes(UTF_8), "wrote a file that is neither PNG nor JPEG");
    refused(
        "RIFF\0\0\0\0WEBPVP8 ".getBytes(UTF_8),
        "wrote a WebP picture, which cannot be read here: have it write PNG or JPEG");
    refused(new byte[0], "wrote an empty picture");
  }

  @Test
  void noFileIsMissing() {
    PictureException none =
        catchThrowableOfType(
            PictureException.class, () -> PictureFile.read(directory.resolve("none")));
    assertThat(none.missing()).isTrue();
  }

  @Test
  void aPictureTooLargeToKeepIsMadeSmaller() throws Exception {
    Picture picture = read(Pictures.noise(1400));
    assertThat(picture.png()).hasSizeLessThanOrEqualTo(4 << 20);
    assertThat(picture.width()).isBetween(900, 1300);
  }

  @Test
  void aPreviewHasAtMost512Pixels() throws Exception {
    Path file = Pictures.write(directory.resolve("p.png"), Pictures.png(1100, 600));
    Picture preview = PictureFile.preview(file);
    assertThat(preview.width()).isEqualTo(512);
    assertThat(preview.height()).isBetween(278, 280);
  }

  private Picture read(byte[] bytes) throws PictureException, IOException {
    return PictureFile.read(Pictures.write(directory.resolve("picture"), bytes));
  }

  private void refused(byte[] bytes, String what) {
    assertThatThrownBy(() -> read(bytes)).isInstanceOf(PictureException.class).hasMessage(what);
  }
}
