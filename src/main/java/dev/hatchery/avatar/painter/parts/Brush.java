package dev.hatchery.avatar.painter.parts;

import dev.hatchery.avatar.painter.Curve;
import dev.hatchery.avatar.painter.Phase;
import dev.hatchery.avatar.painter.Shapes;
import dev.hatchery.avatar.painter.Sketch;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;

/** Small things, drawn around their own origin and put in their place: one label, one phase. */
final class Brush {
  private final Sketch sketch;
  private final String label;
  private final AffineTransform place;

  Brush(Sketch sketch, String label, double x, double y, double scale) {
    this.sketch = sketch;
    this.label = label;
    this.place = AffineTransform.getTranslateInstance(x, y);
    place.scale(scale, scale);
  }

  /** Turns all that follows, clockwise, around the origin. */
  Brush turned(double degrees) {
    place.rotate(Math.toRadians(degrees));
    return this;
  }

  Brush fill(String path, String color) {
    return fill(Curve.of(path), Color.decode(color), 1);
  }

  Brush fill(String path, String color, double opacity) {
    return fill(Curve.of(path), Color.decode(color), opacity);
  }

  Brush fill(String path, Color color) {
    return fill(Curve.of(path), color, 1);
  }

  Brush fill(Shape shape, Color color, double opacity) {
    sketch.fill(Phase.DETAIL, label, place.createTransformedShape(shape), color, opacity);
    return this;
  }

  Brush dot(double x, double y, double r, String color) {
    return fill(Shapes.dot(x, y, r), Color.decode(color), 1);
  }

  Brush oval(double x, double y, double rx, double ry, String color, double opacity) {
    return fill(Shapes.oval(x, y, rx, ry), Color.decode(color), opacity);
  }

  Brush line(String path, String color, double width) {
    return line(path, Color.decode(color), width, 1);
  }

  Brush line(String path, Color color, double width, double opacity) {
    double scale = Math.sqrt(Math.abs(place.getDeterminant()));
    Shape shape = place.createTransformedShape(Curve.of(path));
    sketch.line(Phase.DETAIL, label, shape, color, width * scale, opacity);
    return this;
  }
}
