package dev.hatchery.avatar.painter;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** The plain shapes which curves are seasoned with. */
public final class Shapes {
  private Shapes() {}

  /** An ellipse by centre and radii. */
  public static Shape oval(double x, double y, double rx, double ry) {
    return new Ellipse2D.Double(x - rx, y - ry, 2 * rx, 2 * ry);
  }

  /** A circle by centre and radius. */
  public static Shape dot(double x, double y, double r) {
    return oval(x, y, r, r);
  }

  /** A rectangle with round corners. */
  public static Shape box(double x, double y, double width, double height, double corner) {
    return new RoundRectangle2D.Double(x, y, width, height, 2 * corner, 2 * corner);
  }

  /** The whole canvas. */
  public static Shape all() {
    return new Rectangle2D.Double(0, 0, Sketch.SIZE, Sketch.SIZE);
  }

  /** The same shape on the other side of the canvas. */
  public static Shape mirrored(Shape shape) {
    return new AffineTransform(-1, 0, 0, 1, Sketch.SIZE, 0).createTransformedShape(shape);
  }

  /** The shape moved. */
  public static Shape moved(Shape shape, double dx, double dy) {
    return AffineTransform.getTranslateInstance(dx, dy).createTransformedShape(shape);
  }

  /** The shape turned by degrees, clockwise, around a point. */
  public static Shape turned(Shape shape, double degrees, double x, double y) {
    return AffineTransform.getRotateInstance(Math.toRadians(degrees), x, y)
        .createTransformedShape(shape);
  }

  /** The shape scaled around a point. */
  public static Shape scaled(Shape shape, double factor, double x, double y) {
    AffineTransform scale = AffineTransform.getTranslateInstance(x, y);
    scale.scale(factor, factor);
    scale.translate(-x, -y);
    return scale.createTransformedShape(shape);
  }

  /** A sparkle with four concave sides. */
  public static Shape spark(double x, double y, double r) {
    Path2D path = new Path2D.Double();
    path.moveTo(x, y - r);
    path.quadTo(x, y, x + r, y);
    path.quadTo(x, y, x, y + r);
    path.quadTo(x, y, x - r, y);
    path.quadTo(x, y, x, y - r);
    path.closePath();
    return path;
  }

  /** A star or a gear: points between two radii, the first one up. */
  public static Shape star(double x, double y, double outer, double inner, int points) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < 2 * points; i++) {
      double r = i % 2 == 0 ? outer : inner;
      double angle = Math.PI * i / points;
      lineOn(path, x + r * Math.sin(angle), y - r * Math.cos(angle));
    }
    path.closePath();
    return path;
  }

  /** A gear with square teeth. */
  public static Shape gear(double x, double y, double r, int teeth) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < 4 * teeth; i++) {
      double angle = i * Math.PI / (2 * teeth);
      double reach = i % 4 == 1 || i % 4 == 2 ? r * 1.2 : r;
      lineOn(path, x + reach * Math.cos(angle), y + reach * Math.sin(angle));
    }
    path.closePath();
    return path;
  }

  /** What is in the first and not in the second. */
  public static Shape without(Shape shape, Shape hole) {
    Area area = new Area(shape);
    area.subtract(new Area(hole));
    return area;
  }

  private static void lineOn(Path2D path, double x, double y) {
    if (path.getCurrentPoint() == null) {
      path.moveTo(x, y);
    } else {
      path.lineTo(x, y);
    }
  }
}
