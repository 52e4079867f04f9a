package dev.hatchery.avatar.painter.parts;

import dev.hatchery.avatar.painter.Curve;
import dev.hatchery.avatar.painter.Shapes;
import dev.hatchery.avatar.painter.Sketch;
import dev.hatchery.avatar.painter.Subject;
import dev.hatchery.avatar.painter.Worn;
import java.awt.Color;
import java.awt.Shape;
import java.util.Locale;

/** The thing worn: on the head, over the eyes, around the neck or on the back. */
public final class WornThing {
  private final Sketch sketch;
  private final Subject subject;
  private final Pose pose;
  private final String label;

  private WornThing(Sketch sketch, Subject subject, Worn worn, Pose pose) {
    this.sketch = sketch;
    this.subject = subject;
    this.pose = pose;
    this.label = label(worn);
  }

  private static String label(Worn worn) {
    return "the " + worn.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** What lies behind the body. */
  public static void behind(Sketch sketch, Subject subject, Pose pose) {
    Worn worn = subject.worn();
    if (worn == Worn.CAPE) {
      new WornThing(sketch, subject, worn, pose).cape();
    } else if (worn == Worn.BACKPACK) {
      new WornThing(sketch, subject, worn, pose).backpack();
    }
  }

  /** What lies around the neck, in front of the body. */
  public static void atNeck(Sketch sketch, Subject subject, Pose pose) {
    Worn worn = subject.worn();
    if (worn != null) {
      new WornThing(sketch, subject, worn, pose).neck(worn);
    }
  }

  /** What lies on the head or over the eyes. */
  public static void onHead(Sketch sketch, Subject subject, Pose pose) {
    Worn worn = subject.worn();
    if (worn != null) {
      new Headwear(sketch, subject, pose, label(worn)).draw(worn);
    }
  }

  private Brush at(double x, double y, double scale) {
    return new Brush(sketch, label, x, y, scale);
  }

  private void cape() {
    double r = pose.neckRx();
    Shape cloth =
        Curve.fit(
            "M30 0H70C86 30 96 70 100 100C80 94 66 100 50 96C34 100 20 94 0 100C4 70 14 30 30 0Z",
            pose.cx() - r * 2,
            pose.neckY() - 10,
            r * 4,
            428 - pose.neckY());
    sketch.form(label, cloth, subject.accent()).shade(.2).light(.06);
  }

  private void backpack() {
    double r = pose.neckRx() + 34;
    sketch
        .form(label, Shapes.box(pose.cx() - r, pose.neckY() + 22, 2 * r, 96, 26), subject.accent())
        .shade(.2)
        .light(.1);
  }

  private void neck(Worn worn) {
    Color base = subject.accent().base();
    Color light = subject.accent().light();
    double scale = pose.neckRx() / 74;
    Brush brush = at(pose.cx(), pose.neckY(), scale);
    switch (worn) {
      case SCARF ->
          brush
              .fill(
                  "M-50 34C-56 60 -60 78 -72 98L-38 102C-30 82 -28 60 -28 40Z",
                  subject.accent().shade())
              .fill(
                  "M-74 -6C-36 24 36 24 74 -6C88 12 82 30 66 36C24 50 -24 50 -66 36C-82 30 -88 12 -74 -6Z",
                  base)
              .fill(
                  "M-74 -6C-36 24 36 24 74 -6C76 -2 78 2 79 6C34 34 -34 34 -79 6C-78 2 -76 -2 -74 -6Z",
                  light)
              .line("M-66 84L-40 88", light, 4, .8)
              .line("M-30 28L-34 40M0 32V44M30 28L34 40", subject.accent().shade(), 4, .6);
      case BOWTIE ->
          brush
              .fill("M0 16C-16 0 -38 -4 -42 2C-46 12 -46 24 -42 34C-38 40 -16 34 0 20Z", base)
              .fill(
                  "M0 16C16 0 38 -4 42 2C46 12 46 24 42 34C38 40 16 34 0 20Z",
                  subject.accent().shade())
              .fill(Shapes.box(-9, 6, 18, 22, 7), light, 1)
              .line("M-34 8Q-24 14 -14 16M34 8Q24 14 14 16", light, 3, .7);
      case BELL ->
          brush
              .line("M-70 -2C-30 26 30 26 70 -2", base, 12, 1)
              .line("M-70 -5C-30 22 30 22 70 -5", light, 3, .7)
              .fill(Shapes.dot(0, 32, 17), new Color(0xe9b84a), 1)
              .fill(
                  Shapes.without(Shapes.dot(0, 32, 17), Shapes.dot(-4, 28, 17)),
                  new Color(0x9a6428),
                  .6)
              .oval(-6, 26, 5, 4, "#fff3c0", .9)
              .line("M-10 38H10", "#8a5426", 3)
              .dot(0, 40, 3, "#6b3f1c");
      case CAPE ->
          brush
              .line("M-60 0C-30 22 30 22 60 0", base, 11, 1)
              .fill(Shapes.star(0, 22, 15, 7, 5), new Color(0xffd75e), 1);
      case BACKPACK ->
          brush
              .line("M-56 8C-62 40 -58 70 -50 92", base, 13, 1)
              .line("M56 8C62 40 58 70 50 92", subject.accent().shade(), 13, 1)
              .line("M-58 12C-63 40 -60 66 -54 84", light, 3, .7)
              .fill(Shapes.box(-61, 46, 16, 12, 3), new Color(0xffe3a0), 1)
              .fill(Shapes.box(46, 46, 16, 12, 3), new Color(0xffe3a0), 1);
      default -> {}
    }
  }
}
