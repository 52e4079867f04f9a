package dev.hatchery.avatar.painter;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** A cel with its pixels: each stroke is made once, when its time has come. */
final class Sheet {
  private final Cel cel;
  private final List<Schedule.Stroke> due;
  private final double scale;
  private final int x;
  private final int y;
  private final BufferedImage image;

  /** A blank sheet for a picture of that many pixels a side. */
  Sheet(Cel cel, Schedule schedule, int size) {
    this.cel = cel;
    due = schedule.strokesOf(cel.marks());
    scale = size / Sketch.SIZE;
    Rectangle2D box = cel.bounds();
    x = (int) Math.floor(box.getX() * scale);
    y = (int) Math.floor(box.getY() * scale);
    int width = Math.max(1, (int) Math.ceil(box.getMaxX() * scale) - x);
    int height = Math.max(1, (int) Math.ceil(box.getMaxY() * scale) - y);
    image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
  }

  /** Whether nothing on this sheet will change any more. */
  boolean finished() {
    return due.isEmpty() && cel.stays();
  }

  /** Makes all strokes which are due at the stage, 0 ≤ t ≤ 40. */
  void paintUntil(double stage) {
    if (due.isEmpty() || !due.getFirst().dueAt(stage)) {
      return;
    }
    Graphics2D brush = image.createGraphics();
    brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    brush.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    while (!due.isEmpty() && due.getFirst().dueAt(stage)) {
      paint(brush, due.removeFirst());
    }
    brush.dispose();
  }

  /** Lays this sheet on the picture, if it is not taken away yet. */
  void showOn(Graphics2D picture, double stage) {
    if (cel.shownAt(stage)) {
      picture.drawImage(image, x, y, null);
    }
  }

  /** Bands end between rows of pixels, so that no seam is seen where they meet. */
  private void paint(Graphics2D brush, Schedule.Stroke stroke) {
    brush.setTransform(new AffineTransform());
    Rectangle2D box = stroke.mark().bounds();
    int top = (int) Math.floor(box.getY() * scale) - y - 1;
    int height = (int) Math.ceil(box.getHeight() * scale) + 3;
    int from = top + height * stroke.band() / stroke.bands();
    int to = top + height * (stroke.band() + 1) / stroke.bands();
    brush.setClip(0, from, image.getWidth(), to - from);
    brush.translate(-x, -y);
    brush.scale(scale, scale);
    stroke.mark().paintOn(brush);
  }
}
