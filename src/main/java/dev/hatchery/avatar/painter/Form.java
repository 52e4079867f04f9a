package dev.hatchery.avatar.painter;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** A solid part of the creature on a cel of its own; all that is added to it stays inside of it. */
public final class Form {
  private final String label;
  private final Shape shape;
  private final Tone tone;
  private final Cel cel;

  Form(String label, Shape shape, Tone tone, Cel cel) {
    this.label = label;
    this.shape = shape;
    this.tone = tone;
    this.cel = cel;
    cel.add(new Mark(Phase.COLOUR, label, shape, tone.base(), null, false));
  }

  /** The outline of the part. */
  public Shape shape() {
    return shape;
  }

  /** A shape in a colour inside of this part. */
  public Form patch(Phase phase, String what, Shape patch, Color color, double opacity) {
    cel.add(new Mark(phase, what, patch, Sketch.glaze(color, opacity), null, true));
    return this;
  }

  /** A line inside of this part. */
  public Form line(
      Phase phase, String what, Shape line, Color color, double width, double opacity) {
    BasicStroke pen = Sketch.pen(width);
    cel.add(new Mark(phase, what, line, Sketch.glaze(color, opacity), pen, true));
    return this;
  }

  /** The cool shade along the lower right, as wide as the share of the smaller side. */
  public Form shade(double share) {
    double d = share * smaller();
    return patch(Phase.FORM, "shade on the " + label, beside(-d, -0.7 * d), tone.shade(), 0.5);
  }

  /** The warm light along the upper left. */
  public Form light(double share) {
    double d = share * smaller();
    return patch(Phase.FORM, "light on the " + label, beside(d, 0.85 * d), tone.light(), 0.62);
  }

  /** The warm light that the ground sends back from below. */
  public Form bounce() {
    Rectangle2D box = shape.getBounds2D();
    Shape glow =
        Shapes.oval(
            box.getCenterX(), box.getMaxY() + 2, box.getWidth() * 0.29, box.getHeight() * 0.12);
    return patch(Phase.FORM, "light from below", glow, tone.light(), 0.5);
  }

  /** All three as large round parts want them. */
  public Form round() {
    return shade(0.2).light(0.085);
  }

  private double smaller() {
    Rectangle2D box = shape.getBounds2D();
    return Math.min(box.getWidth(), box.getHeight());
  }

  /** All of the part that a moved copy of it leaves free. */
  private Shape beside(double dx, double dy) {
    Path2D rest = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    Rectangle2D box = shape.getBounds2D();
    rest.append(
        new Rectangle2D.Double(
            box.getX() - 60, box.getY() - 60, box.getWidth() + 120, box.getHeight() + 120),
        false);
    rest.append(Shapes.moved(shape, dx, dy), false);
    return rest;
  }
}
