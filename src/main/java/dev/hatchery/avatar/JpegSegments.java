package dev.hatchery.avatar;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * The segments of a JPEG file. Comments, EXIF and colour profiles never reach the decoder, nor does
 * a file with thousands of scans, each of which costs as much as a picture.
 */
final class JpegSegments {

  private static final int SCANS_MOST = 100;
  private static final int START_OF_SCAN = 0xda;
  private static final int END_OF_IMAGE = 0xd9;
  private static final int ADOBE = 0xee;

  private final byte[] bytes;
  private final ByteBuffer file;
  private final ByteBuffer kept;
  private int at = 2;
  private int scans;
  private boolean sized;

  private JpegSegments(byte[] bytes) {
    this.bytes = bytes;
    this.file = ByteBuffer.wrap(bytes);
    this.kept = ByteBuffer.wrap(bytes).position(2);
  }

  static boolean matches(byte[] file) {
    return file.length > 3 && (file[0] & 0xff) == 0xff && (file[1] & 0xff) == 0xd8;
  }

  /** The segments that make the pixels; they are moved together within {@code bytes}. */
  static InputStream pixelsOnly(byte[] bytes) throws PictureException {
    JpegSegments segments = new JpegSegments(bytes);
    segments.walk();
    return new ByteArrayInputStream(bytes, 0, segments.kept.position());
  }

  private void walk() throws PictureException {
    int marker = marker();
    while (marker != END_OF_IMAGE) {
      segment(marker);
      if (marker == START_OF_SCAN) {
        scan();
      }
      marker = marker();
    }
    if (!sized || scans == 0) {
      throw PictureException.truncated();
    }
    keep(at - 2, 2);
  }

  private int marker() throws PictureException {
    need(2);
    // Fill bytes may stand before a marker.
    while (byteAt(at) == 0xff && byteAt(at + 1) == 0xff) {
      at++;
      need(2);
    }
    if (byteAt(at) != 0xff) {
      throw PictureException.bad("wrote a damaged picture");
    }
    at += 2;
    return byteAt(at - 1);
  }

  private void segment(int marker) throws PictureException {
    need(2);
    int length = unsigned(at);
    need(Math.max(2, length));
    if (frame(marker)) {
      need(7);
      PictureDecoder.requireSides(unsigned(at + 5), unsigned(at + 3));
      sized = true;
    }
    if (!decoration(marker)) {
      keep(at - 2, length + 2);
    }
    at += Math.max(2, length);
  }

  private void scan() throws PictureException {
    if (++scans > SCANS_MOST) {
      throw PictureException.bad("wrote a JPEG with more than 100 scans");
    }
    int from = at;
    need(2);
    while (byteAt(at) != 0xff || data(byteAt(at + 1))) {
      at++;
      need(2);
    }
    keep(from, at - from);
  }

  private void keep(int from, int length) {
    kept.put(bytes, from, length);
  }

  private void need(int bytes) throws PictureException {
    if (file.limit() - at < bytes) {
      throw PictureException.truncated();
    }
  }

  private static boolean frame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  private static boolean decoration(int marker) {
    boolean application = marker > 0xe0 && marker <= 0xef && marker != ADOBE;
    return application || marker == 0xfe;
  }

  // Within a scan, a marker byte is data when it is stuffed, a restart, or the first of several.
  private static boolean data(int next) {
    return next == 0 || (next >= 0xd0 && next <= 0xd7) || next == 0xff;
  }

  private int byteAt(int at) {
    return file.get(at) & 0xff;
  }

  private int unsigned(int at) {
    return file.getShort(at) & 0xffff;
  }
}
