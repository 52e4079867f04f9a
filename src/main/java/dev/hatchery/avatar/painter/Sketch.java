package dev.hatchery.avatar.painter;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Paint;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * The plan of a picture, built from back to front: what is added later lies in front, whenever it
 * is painted. The canvas is 512 units wide and high.
 */
public final class Sketch {
  /** Width and height of the canvas in its own units. */
  public static final double SIZE = 512;

  private final List<Cel> cels = new ArrayList<>();
  private final List<Shape> silhouette = new ArrayList<>();
  private Cel loose = new Cel();

  /** Starts a solid part, shaded by the one who adds it. */
  public Form form(String label, Shape shape, Tone tone) {
    Cel cel = own(new Cel());
    silhouette.add(shape);
    return new Form(label, shape, tone, cel);
  }

  /** A filled shape in front of all that is there. */
  public void fill(Phase phase, String label, Shape shape, Color color, double opacity) {
    paint(phase, label, shape, glaze(color, opacity));
  }

  /** A shape filled with a gradient or a texture. */
  public void paint(Phase phase, String label, Shape shape, Paint paint) {
    add(new Mark(phase, label, shape, paint, null, false));
  }

  /** A line with round ends. */
  public void line(
      Phase phase, String label, Shape shape, Color color, double width, double opacity) {
    add(new Mark(phase, label, shape, glaze(color, opacity), pen(width), false));
  }

  /** The lid line of a closed eye, gone when the eyes open. */
  public void lid(Shape shape, Color color, double width) {
    Cel cel = own(new Cel(Phase.EYES.last()));
    cel.add(new Mark(Phase.FACE, "the sleeping face", shape, color, pen(width), false));
  }

  /** Marks the place of the silhouette's wash, behind all that follows. */
  Cel washHere() {
    return own(new Cel(Phase.FORM.first()));
  }

  List<Shape> silhouette() {
    return silhouette;
  }

  List<Cel> cels() {
    return cels;
  }

  /** A colour that lets a share of the ground through. */
  static Color glaze(Color color, double opacity) {
    int alpha = (int) Math.round(255 * Math.clamp(opacity, 0.0, 1.0));
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
  }

  /** A pen with round ends. */
  public static BasicStroke pen(double width) {
    return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  private void add(Mark mark) {
    if (cels.isEmpty() || cels.getLast() != loose) {
      loose = own(new Cel());
    }
    loose.add(mark);
  }

  private Cel own(Cel cel) {
    cels.add(cel);
    return cel;
  }
}
