package dev.hatchery.artifact;

import dev.hatchery.artifact.Drawing.Box;
import dev.hatchery.artifact.Drawing.Text;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A drawing as a picture, twice as large so that it is sharp. Takes its time: not on a loop. */
final class Png {
  /** In pixels of the drawing. */
  static final int FONT_SIZE = 15;

  private static final int ENLARGED = 2;

  private Png() {}

  static byte[] of(Drawing drawing) {
    var image =
        new BufferedImage(
            drawing.width() * ENLARGED, drawing.height() * ENLARGED, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    try {
      draw(graphics, drawing);
    } finally {
      graphics.dispose();
    }
    return encoded(image);
  }

  private static void draw(Graphics2D graphics, Drawing drawing) {
    graphics.scale(ENLARGED, ENLARGED);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, FONT_SIZE));
    for (var shape : drawing.shapes()) {
      switch (shape) {
        case Box box -> box(graphics, box);
        case Text text -> text(graphics, text);
      }
    }
  }

  private static void box(Graphics2D graphics, Box box) {
    graphics.setColor(Color.decode(box.ink().hex()));
    graphics.fill(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
  }

  private static void text(Graphics2D graphics, Text text) {
    graphics.setColor(Color.decode(text.ink().hex()));
    graphics.drawString(text.text(), (float) text.x(), (float) text.baseline());
  }

  private static byte[] encoded(BufferedImage image) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
