package dev.hatchery.avatar.painter;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes PNG files, quickly: a preview is written after every stage, and looking for the writers of
 * ImageIO alone takes longer than several of them.
 */
final class Png {
  private static final byte[] MAGIC = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
  private static final byte UP = 2;

  private Png() {}

  /** Puts the picture at a place where nothing is yet, whole or not at all. */
  static void writeNew(BufferedImage picture, Path place) throws IOException {
    if (Files.exists(place)) {
      throw new FileAlreadyExistsException(place.toString());
    }
    Path beside = beside(place);
    try {
      Files.write(beside, encode(picture, Deflater.DEFAULT_COMPRESSION));
      // A link, unlike a move, fails when somebody else was faster.
      Files.createLink(place, beside);
    } catch (UnsupportedOperationException e) {
      Files.move(beside, place);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** Puts the picture at a place, whole, instead of what is there. */
  static void write(BufferedImage picture, Path place) throws IOException {
    Path beside = beside(place);
    try {
      Files.write(beside, encode(picture, Deflater.BEST_SPEED));
      Files.move(
          beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static Path beside(Path place) {
    String name = "." + place.getFileName() + "." + ProcessHandle.current().pid() + ".part";
    return place.toAbsolutePath().resolveSibling(name);
  }

  /** The bytes of an RGB picture. */
  static byte[] encode(BufferedImage picture, int level) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
    bytes.writeBytes(MAGIC);
    ByteBuffer header = ByteBuffer.allocate(13);
    header.putInt(picture.getWidth()).putInt(picture.getHeight());
    header.put((byte) 8).put((byte) 2).put((byte) 0).put((byte) 0).put((byte) 0);
    chunk(bytes, "IHDR", header.array());
    chunk(bytes, "IDAT", pixels(picture, level));
    chunk(bytes, "IEND", new byte[0]);
    return bytes.toByteArray();
  }

  private static byte[] pixels(BufferedImage picture, int level) {
    int width = picture.getWidth();
    int[] rgb = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    byte[] row = new byte[1 + 3 * width];
    row[0] = UP;
    Deflater deflater = new Deflater(level);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
    try (DeflaterOutputStream packed = new DeflaterOutputStream(bytes, deflater, 1 << 15)) {
      for (int y = 0; y < picture.getHeight(); y++) {
        for (int x = 0; x < width; x++) {
          int here = rgb[y * width + x];
          int above = y == 0 ? 0 : rgb[(y - 1) * width + x];
          row[1 + 3 * x] = (byte) ((here >> 16) - (above >> 16));
          row[2 + 3 * x] = (byte) ((here >> 8) - (above >> 8));
          row[3 + 3 * x] = (byte) (here - above);
        }
        packed.write(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    ByteBuffer chunk = ByteBuffer.allocate(12 + data.length);
    chunk.putInt(data.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
    CRC32 sum = new CRC32();
    sum.update(chunk.array(), 4, 4 + data.length);
    chunk.putInt((int) sum.getValue());
    out.writeBytes(chunk.array());
  }
}
