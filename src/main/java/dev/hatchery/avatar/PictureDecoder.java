package dev.hatchery.avatar;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes PNG and JPEG of which nothing but the pixels is looked at. */
final class PictureDecoder {

  private PictureDecoder() {}

  /** All pixels. {@code file} is scratched. */
  static BufferedImage decode(byte[] file) throws PictureException, IOException {
    if (PngChunks.matches(file)) {
      return decode("png", PngChunks.pixelsOnly(file));
    }
    if (JpegSegments.matches(file)) {
      return decode("jpeg", JpegSegments.pixelsOnly(file));
    }
    if (webp(file)) {
      throw PictureException.bad(
          "wrote a WebP picture, which cannot be read here: have it write PNG or JPEG");
    }
    throw PictureException.bad("wrote a file that is neither PNG nor JPEG");
  }

  private static BufferedImage decode(String format, InputStream pixels)
      throws PictureException, IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    AtomicBoolean doubtful = new AtomicBoolean();
    try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(pixels)) {
      reader.setInput(in, true, true);
      // The readers fill what is missing with grey and only warn.
      reader.addIIOReadWarningListener((source, warning) -> doubtful.set(true));
      BufferedImage image = reader.read(0);
      if (doubtful.get()) {
        throw PictureException.truncated();
      }
      return image;
    } catch (IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
      throw new IOException("the decoder broke over it", e);
    } finally {
      reader.dispose();
    }
  }

  private static boolean webp(byte[] file) {
    return new String(file, 0, Math.min(file.length, 12), ISO_8859_1).matches("(?s)RIFF....WEBP");
  }

  /** Refuses a picture by its header, before anything is decoded. */
  static void requireSides(long width, long height) throws PictureException {
    long most = PictureFile.SIDE_MOST;
    if (width < 1 || height < 1 || width > most || height > most) {
      throw PictureException.bad(
          "wrote a picture of %d × %d pixels, more than 4096 × 4096".formatted(width, height));
    }
  }
}
