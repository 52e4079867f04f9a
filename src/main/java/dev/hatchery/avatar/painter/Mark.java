package dev.hatchery.avatar.painter;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;

/**
 * One stroke or filled shape, in the 512 units of the canvas.
 *
 * @param label what is being painted, for the name of its stage
 * @param stroke the pen, or null for a filled shape
 * @param within whether the mark stays inside of what its cel already shows
 */
record Mark(
    Phase phase,
    String label,
    Shape shape,
    Paint paint,
    @Nullable BasicStroke stroke,
    boolean within) {

  Rectangle2D bounds() {
    Rectangle2D box = shape.getBounds2D();
    double pen = stroke == null ? 1 : stroke.getLineWidth() / 2 + 1;
    return new Rectangle2D.Double(
        box.getX() - pen, box.getY() - pen, box.getWidth() + 2 * pen, box.getHeight() + 2 * pen);
  }

  double area() {
    Rectangle2D box = bounds();
    return box.getWidth() * box.getHeight();
  }

  void paintOn(Graphics2D brush) {
    brush.setComposite(within ? AlphaComposite.SrcAtop : AlphaComposite.SrcOver);
    brush.setPaint(paint);
    Stroke pen = stroke;
    if (pen == null) {
      brush.fill(shape);
    } else {
      brush.setStroke(pen);
      brush.draw(shape);
    }
  }
}
