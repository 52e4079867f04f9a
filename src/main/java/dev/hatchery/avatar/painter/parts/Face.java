package dev.hatchery.avatar.painter.parts;

import dev.hatchery.avatar.painter.Build.Coat;
import dev.hatchery.avatar.painter.Curve;
import dev.hatchery.avatar.painter.Mood;
import dev.hatchery.avatar.painter.Phase;
import dev.hatchery.avatar.painter.Shapes;
import dev.hatchery.avatar.painter.Sketch;
import dev.hatchery.avatar.painter.Subject;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** Eyes, brows, mouth and blush: asleep at stage 20, awake at the last. */
public final class Face {
  private static final Color PUPIL = new Color(0x1d1a2b);
  private static final Color CATCHLIGHT = new Color(0xfffdf4);

  private final Sketch sketch;
  private final Subject subject;
  private final Pose pose;

  /** The face of a creature in its pose. */
  public Face(Sketch sketch, Subject subject, Pose pose) {
    this.sketch = sketch;
    this.subject = subject;
    this.pose = pose;
  }

  /** Two eyes with the brows of the mood. */
  public Face eyes() {
    Coat coat = subject.build().coat();
    boolean patched = coat == Coat.PANDA || coat == Coat.BANDIT;
    Color lid = subject.skin().line();
    return eyes(lid, patched ? lid : subject.skin().shade());
  }

  /**
   * Two eyes.
   *
   * @param lid the colour of the line of the closed lids
   * @param cover the colour of a lid half down
   */
  public Face eyes(Color lid, Color cover) {
    eye(pose.cx() - pose.eyeDx(), lid, cover);
    eye(pose.cx() + pose.eyeDx(), lid, cover);
    brows(lid);
    return this;
  }

  /** Blush on both cheeks. */
  public Face blush(double dx, double y) {
    double size = subject.mood() == Mood.SHY ? 21 : 17;
    Color rose = new Color(0xff7a6b);
    for (int side = -1; side <= 1; side += 2) {
      sketch.fill(
          Phase.SPARKS, "blush", Shapes.oval(pose.cx() + side * dx, y, size, size * .6), rose, .5);
    }
    return this;
  }

  /** A small mouth as the mood wants it. */
  public Face mouth() {
    double x = pose.cx();
    double y = pose.mouthY();
    Color ink = subject.skin().line();
    switch (subject.mood()) {
      case GRUMPY -> line("M-15 3Q0 -3 15 3", x, y, ink);
      case SAD -> line("M-12 6Q0 -6 12 6", x, y, ink);
      case HAPPY -> laugh(x, y, ink);
      case CURIOUS ->
          sketch.fill(Phase.FACE, "the sleeping face", Shapes.oval(x, y + 3, 6, 7), ink, 1);
      case SLY -> line("M-12 0Q4 12 17 -5", x, y, ink);
      case SHY -> line("M-9 0Q0 7 9 0", x, y, ink);
      default -> line("M-12 -1Q0 10 12 -1", x, y, ink);
    }
    return this;
  }

  private void laugh(double x, double y, Color ink) {
    Shape open =
        Shapes.moved(Curve.of("M-16 -4Q0 1 16 -4C16 10 8 16 0 16C-8 16 -16 10 -16 -4Z"), x, y);
    sketch.fill(Phase.FACE, "the sleeping face", open, ink, 1);
    sketch.fill(
        Phase.FACE, "the sleeping face", Shapes.oval(x, y + 11, 8, 4.5), new Color(0xff8a7a), 1);
  }

  private void line(String path, double x, double y, Color ink) {
    sketch.line(Phase.FACE, "the sleeping face", Shapes.moved(Curve.of(path), x, y), ink, 5, 1);
  }

  private void brows(Color ink) {
    String brow =
        switch (subject.mood()) {
          case GRUMPY -> "M-16 -8L14 2";
          case SAD -> "M-14 2L12 -6";
          case BRAVE -> "M-15 -4L13 1";
          case CURIOUS -> "M-12 -2Q0 -9 12 -3";
          default -> "";
        };
    if (!brow.isEmpty()) {
      Shape left =
          Shapes.moved(Curve.of(brow), pose.cx() - pose.eyeDx(), pose.eyeY() - pose.eyeRy() - 9);
      sketch.line(Phase.FACE, "the sleeping face", left, ink, 5.5, .85);
      Shape right = Shapes.moved(Shapes.mirrored(left), 2 * pose.cx() - Sketch.SIZE, 0);
      sketch.line(Phase.FACE, "the sleeping face", right, ink, 5.5, .85);
    }
  }

  private void eye(double x, Color lid, Color cover) {
    double y = pose.eyeY();
    double rx = pose.eyeRx();
    double ry = pose.eyeRy();
    Shape closed =
        Curve.of(
            "M"
                + (x - rx)
                + " "
                + (y + 4)
                + "Q"
                + x
                + " "
                + (y + 4 + rx * .8)
                + " "
                + (x + rx)
                + " "
                + (y + 4));
    sketch.lid(closed, lid, 5.5);
    open(Shapes.oval(x, y, rx, ry), PUPIL, 1);
    open(crescent(x, y, rx, ry), subject.glow(), .62);
    open(Shapes.oval(x - rx * .3, y - ry * .38, rx * .34, ry * .32), CATCHLIGHT, 1);
    open(Shapes.dot(x + rx * .38, y + ry * .22, rx * .14), CATCHLIGHT, .9);
    if (subject.mood() == Mood.SLEEPY) {
      Shape half =
          Shapes.without(
              Shapes.oval(x, y, rx + 2, ry + 2), Shapes.box(x - 60, y - ry * .25, 120, 90, 0));
      open(half, cover, 1);
    }
  }

  private static Shape crescent(double x, double y, double rx, double ry) {
    Path2D path = new Path2D.Double();
    path.moveTo(x - rx * .72, y + ry * .28);
    path.curveTo(
        x - rx * .56, y + ry * 1.02, x + rx * .56, y + ry * 1.02, x + rx * .72, y + ry * .28);
    path.curveTo(x + rx * .4, y + ry * .66, x - rx * .4, y + ry * .66, x - rx * .72, y + ry * .28);
    path.closePath();
    return path;
  }

  private void open(Shape shape, Color color, double opacity) {
    sketch.fill(Phase.EYES, "the eyes open", shape, color, opacity);
  }
}
