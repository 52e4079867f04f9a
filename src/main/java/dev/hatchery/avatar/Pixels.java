package dev.hatchery.avatar;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Copies images into plain RGB, smaller where asked. */
final class Pixels {

  private Pixels() {}

  /** The image as plain RGB or RGBA, its longer side at most {@code side}. */
  static BufferedImage within(BufferedImage image, int side) {
    BufferedImage smaller = image;
    // Halving first: one large step of a bilinear filter would skip most of the pixels.
    while (longer(smaller) >= 2 * side) {
      smaller = copy(smaller, half(smaller.getWidth()), half(smaller.getHeight()));
    }
    double scale = Math.min(1, (double) side / longer(smaller));
    return copy(smaller, scaled(smaller.getWidth(), scale), scaled(smaller.getHeight(), scale));
  }

  private static BufferedImage copy(BufferedImage image, int width, int height) {
    boolean clear = image.getColorModel().hasAlpha();
    int type = clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    BufferedImage copy = new BufferedImage(width, height, type);
    Graphics2D graphics = copy.createGraphics();
    try {
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.drawImage(image, 0, 0, width, height, null);
    } finally {
      graphics.dispose();
    }
    return copy;
  }

  private static int longer(BufferedImage image) {
    return Math.max(image.getWidth(), image.getHeight());
  }

  private static int half(int length) {
    return Math.max(1, length / 2);
  }

  private static int scaled(int length, double scale) {
    return Math.max(1, (int) Math.round(length * scale));
  }
}
