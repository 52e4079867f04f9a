package dev.hatchery.avatar.painter;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.List;

/** The silhouette as a wet wash with ragged, soft edges, laid before any colour. */
final class Wash {
  private static final double STEP = 7;

  private Wash() {}

  static void lay(Cel cel, List<Shape> silhouette, Subject subject, Dice dice) {
    Oklch own = Oklch.of(subject.skin().shade());
    Color dark =
        new Oklch(Math.min(.5, own.lightness() * .86), own.chroma() * .8, own.hue()).color();
    for (double spread : new double[] {9, 5, 1, -5}) {
      for (Shape shape : silhouette) {
        Color glaze =
            Sketch.glaze(spread < 0 ? subject.skin().base() : dark, spread < 0 ? .16 : .34);
        cel.add(
            new Mark(
                Phase.SILHOUETTE,
                "the silhouette",
                ragged(shape, spread, dice),
                glaze,
                null,
                false));
      }
    }
  }

  /** The outline walked in small steps, each thrown off its place. */
  private static Path2D ragged(Shape shape, double spread, Dice dice) {
    double cx = shape.getBounds2D().getCenterX();
    double cy = shape.getBounds2D().getCenterY();
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double[] at = new double[6];
    double lastX = 0;
    double lastY = 0;
    double drift = 0;
    for (PathIterator i = shape.getPathIterator(null, 1.5); !i.isDone(); i.next()) {
      int kind = i.currentSegment(at);
      if (kind == PathIterator.SEG_CLOSE) {
        path.closePath();
        continue;
      }
      double length =
          kind == PathIterator.SEG_MOVETO ? 0 : Math.hypot(at[0] - lastX, at[1] - lastY);
      int pieces = Math.max(1, (int) (length / STEP));
      for (int piece = 1; piece <= pieces; piece++) {
        double x = lastX + (at[0] - lastX) * piece / pieces;
        double y = lastY + (at[1] - lastY) * piece / pieces;
        drift = drift * .6 + dice.between(-3.2, 3.2);
        double away = Math.max(1, Math.hypot(x - cx, y - cy));
        double px =
            kind == PathIterator.SEG_MOVETO ? at[0] : x + (x - cx) / away * (spread + drift);
        double py =
            kind == PathIterator.SEG_MOVETO ? at[1] : y + (y - cy) / away * (spread + drift);
        if (kind == PathIterator.SEG_MOVETO) {
          path.moveTo(px, py);
        } else {
          path.lineTo(px, py);
        }
      }
      lastX = at[0];
      lastY = at[1];
    }
    return path;
  }
}
