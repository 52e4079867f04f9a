package dev.hatchery.avatar;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture that was decoded in full and encoded by us: a plain PNG of at most 4 MiB, without text
 * or colour profiles.
 */
public final class Picture {

  private static final int BYTES_MOST = 4 << 20;
  private static final double MARGIN = 0.9;

  private final byte[] png;
  private final int width;
  private final int height;

  private Picture(byte[] png, int width, int height) {
    this.png = png;
    this.width = width;
    this.height = height;
  }

  /** Encodes an image, scaled down when it is longer than {@code side} or the file too large. */
  static Picture of(BufferedImage image, int side) throws IOException {
    BufferedImage plain = Pixels.within(image, side);
    byte[] png = encode(plain);
    while (png.length > BYTES_MOST) {
      double scale = Math.sqrt((double) BYTES_MOST / png.length) * MARGIN;
      plain = Pixels.within(plain, (int) (scale * Math.max(plain.getWidth(), plain.getHeight())));
      png = encode(plain);
    }
    return new Picture(png, plain.getWidth(), plain.getHeight());
  }

  /** Decodes a PNG or JPEG file of at most 64 MiB in full; the bytes are scratched. */
  public static Picture decode(byte[] file) throws PictureException {
    return PictureFile.decode(file, PictureFile.SIDE_MOST);
  }

  /** The same, made small. */
  public static Picture preview(byte[] file) throws PictureException {
    return PictureFile.decode(file, PictureFile.PREVIEW_SIDE);
  }

  private static byte[] encode(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    }
    return bytes.toByteArray();
  }

  /** The PNG file. */
  public byte[] png() {
    return png.clone();
  }

  /** In pixels. */
  public int width() {
    return width;
  }

  /** In pixels. */
  public int height() {
    return height;
  }
}
