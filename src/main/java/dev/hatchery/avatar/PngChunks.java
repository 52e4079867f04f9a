package dev.hatchery.avatar;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The chunks of a PNG file. Only those with pixels reach the decoder: a text chunk of a few KiB may
 * inflate to gigabytes in it.
 */
final class PngChunks {

  private static final long SIGNATURE = 0x89504e470d0a1a0aL;
  private static final int HEADER = 0x49484452; // IHDR
  private static final int END = 0x49454e44; // IEND
  private static final int DATA = 0x49444154; // IDAT
  private static final int PALETTE = 0x504c5445; // PLTE
  private static final int TRANSPARENCY = 0x74524e53; // tRNS
  private static final Set<Integer> KEPT = Set.of(HEADER, END, DATA, PALETTE, TRANSPARENCY);

  private static final int SIGNATURE_LENGTH = 8;
  private static final int AROUND = 12;
  private static final int HEADER_LENGTH = 13;

  private PngChunks() {}

  static boolean matches(byte[] file) {
    return file.length >= SIGNATURE_LENGTH && ByteBuffer.wrap(file).getLong(0) == SIGNATURE;
  }

  /** The chunks that carry pixels; they are moved together within {@code bytes}. */
  static InputStream pixelsOnly(byte[] bytes) throws PictureException {
    ByteBuffer file = ByteBuffer.wrap(bytes);
    ByteBuffer kept = ByteBuffer.wrap(bytes).position(SIGNATURE_LENGTH);
    int at = SIGNATURE_LENGTH;
    int type = 0;
    while (type != END) {
      int length = length(file, at);
      type = file.getInt(at + 4);
      if (at == SIGNATURE_LENGTH) {
        header(file, at, type, length);
      }
      if (KEPT.contains(type)) {
        requireSound(file, at, length);
        kept.put(bytes, at, length + AROUND);
      }
      at += length + AROUND;
    }
    return new ByteArrayInputStream(bytes, 0, kept.position());
  }

  private static int length(ByteBuffer file, int at) throws PictureException {
    int left = file.limit() - at - AROUND;
    if (left < 0) {
      throw PictureException.truncated();
    }
    int length = file.getInt(at);
    if (length < 0 || length > left) {
      throw PictureException.truncated();
    }
    return length;
  }

  private static void header(ByteBuffer file, int at, int type, int length)
      throws PictureException {
    if (type != HEADER || length != HEADER_LENGTH) {
      throw PictureException.bad("wrote a PNG without a header");
    }
    PictureDecoder.requireSides(
        Integer.toUnsignedLong(file.getInt(at + 8)), Integer.toUnsignedLong(file.getInt(at + 12)));
  }

  private static void requireSound(ByteBuffer file, int at, int length) throws PictureException {
    CRC32 crc = new CRC32();
    crc.update(file.slice(at + 4, length + 4));
    if ((int) crc.getValue() != file.getInt(at + 8 + length)) {
      throw PictureException.bad("wrote a damaged picture");
    }
  }
}
