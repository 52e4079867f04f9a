package dev.hatchery.avatar;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures for tests, good and bad. */
final class Pictures {

  private static final int HEADER_END = 33;

  private Pictures() {}

  static Path write(Path file, byte[] bytes) throws IOException {
    return Files.write(file, bytes);
  }

  static byte[] png(int width, int height) throws IOException {
    return encoded("png", image(width, height, BufferedImage.TYPE_INT_ARGB));
  }

  static byte[] jpeg(int width, int height) throws IOException {
    return encoded("jpeg", image(width, height, BufferedImage.TYPE_INT_RGB));
  }

  static byte[] noise(int side) throws IOException {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int i = 0; i < side * side; i++) {
      image.setRGB(i % side, i / side, random.nextInt());
    }
    return encoded("png", image);
  }

  /** The picture with another chunk right behind its header. */
  static byte[] with(byte[] png, String type, byte[] data) {
    byte[] named =
        (type + new String(data, StandardCharsets.ISO_8859_1))
            .getBytes(StandardCharsets.ISO_8859_1);
    CRC32 crc = new CRC32();
    crc.update(named);
    return ByteBuffer.allocate(png.length + data.length + 12)
        .put(png, 0, HEADER_END)
        .putInt(data.length)
        .put(named)
        .putInt((int) crc.getValue())
        .put(png, HEADER_END, png.length - HEADER_END)
        .array();
  }

  /** The picture claiming another size. */
  static byte[] claiming(byte[] png, int width, int height) {
    byte[] claiming = png.clone();
    ByteBuffer.wrap(claiming).putInt(16, width).putInt(20, height);
    CRC32 crc = new CRC32();
    crc.update(claiming, 12, 17);
    ByteBuffer.wrap(claiming).putInt(29, (int) crc.getValue());
    return claiming;
  }

  private static BufferedImage image(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, 0xff000000 | i * 2654435);
    }
    return image;
  }

  private static byte[] encoded(String format, BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }
}
