package dev.hatchery.avatar.painter.parts;

import dev.hatchery.avatar.painter.Build;
import dev.hatchery.avatar.painter.Curve;
import dev.hatchery.avatar.painter.Shapes;
import dev.hatchery.avatar.painter.Sketch;
import dev.hatchery.avatar.painter.Subject;
import dev.hatchery.avatar.painter.Worn;
import java.awt.Color;
import java.awt.Shape;

/** What is worn on the head or over the eyes. */
final class Headwear {
  private final Subject subject;
  private final Sketch sketch;
  private final Pose pose;
  private final String label;

  Headwear(Sketch sketch, Subject subject, Pose pose, String label) {
    this.sketch = sketch;
    this.subject = subject;
    this.pose = pose;
    this.label = label;
  }

  private Brush at(double x, double y, double scale) {
    return new Brush(sketch, label, x, y, scale);
  }

  void draw(Worn worn) {
    double scale = pose.headRx() / 122;
    Brush top = at(pose.cx(), pose.crownY() + 8, scale);
    Color base = subject.accent().base();
    Color shade = subject.accent().shade();
    switch (worn) {
      case HELMET -> helmet();
      case GLASSES -> frames(new Color(0x4a3040), 5.5);
      case GOGGLES -> goggles();
      case WIZARD_HAT ->
          top.fill("M-92 14C-60 -6 60 -6 92 14C60 34 -60 34 -92 14Z", shade)
              .fill(
                  "M-56 12C-40 -30 -24 -66 18 -102C14 -80 20 -66 26 -62C36 -30 48 -8 56 12C30 24 -30 24 -56 12Z",
                  base)
              .fill(
                  "M18 -102C14 -80 20 -66 26 -62C36 -30 48 -8 56 12C46 16 34 19 22 20C28 -14 16 -60 18 -102Z",
                  shade)
              .line("M-53 6C-24 18 24 18 53 6", "#f2c75c", 8)
              .fill(Shapes.star(-8, -24, 13, 6, 5), new Color(0xffe08a), 1)
              .dot(16, -44, 4, "#ffe08a")
              .dot(-22, -2, 3, "#ffe08a");
      case TOP_HAT ->
          top.fill("M-70 12C-40 0 40 0 70 12C40 26 -40 26 -70 12Z", "#2f2838")
              .fill("M-44 10L-50 -72C-30 -80 30 -80 50 -72L44 10C24 18 -24 18 -44 10Z", "#3f374a")
              .fill("M20 -78C34 -77 46 -74 50 -72L44 10C36 13 28 15 18 16Z", "#241e2c", .8)
              .fill("M-46 -8C-22 2 22 2 46 -8L44 10C24 18 -24 18 -44 10Z", base)
              .line("M-42 -66L-38 -16", Color.WHITE, 4, .18);
      case CHEF_HAT ->
          top.fill(
                  "M-50 -8C-86 -20 -80 -72 -44 -64C-34 -94 34 -94 44 -64C80 -72 86 -20 50 -8Z",
                  "#fffaf0")
              .fill("M44 -64C80 -72 86 -20 50 -8H10C50 -20 52 -48 44 -64Z", "#cfc5dc", .7)
              .fill("M-52 -14H52V14C26 24 -26 24 -52 14Z", "#f3ecdf")
              .fill("M16 -14H52V14C42 19 28 21 16 21Z", "#cfc5dc", .6)
              .line("M-26 -12V-38M0 -12V-44M26 -12V-38", "#d9cfe0", 4);
      case CROWN ->
          top.fill(
                  "M-56 16L-66 -48L-32 -18L0 -66L32 -18L66 -48L56 16C28 28 -28 28 -56 16Z",
                  "#f2c14a")
              .fill(
                  "M0 -66L32 -18L66 -48L56 16C46 21 34 23 20 25C24 -10 16 -40 0 -66Z",
                  "#b97a26",
                  .55)
              .line("M-55 8C-26 20 26 20 55 8", "#fff0b0", 5)
              .dot(0, -70, 8, "#e8616b")
              .dot(-66, -52, 6, "#6fb6ec")
              .dot(66, -52, 6, "#6fb6ec")
              .dot(0, -2, 8, "#e8616b")
              .dot(-30, -2, 5, "#fff6d0")
              .dot(30, -2, 5, "#fff6d0");
      case FLOWERS -> wreath();
      case HEADPHONES -> headphones(base, shade);
      case STRAW_HAT ->
          top.fill("M-116 20C-70 -8 70 -8 116 20C70 44 -70 44 -116 20Z", "#d9a94f")
              .fill(
                  "M-60 12C-58 -44 -30 -60 0 -60C30 -60 58 -44 60 12C30 26 -30 26 -60 12Z",
                  "#efc76e")
              .fill(
                  "M22 -56C46 -46 58 -26 60 12C46 18 34 21 18 22C34 -6 34 -34 22 -56Z",
                  "#b07c34",
                  .55)
              .fill("M-60 -4C-30 12 30 12 60 -4L60 12C30 26 -30 26 -60 12Z", base)
              .line("M-100 20C-60 34 60 34 100 20", "#c08f3c", 3);
      default -> {}
    }
  }

  private void helmet() {
    double r = Math.max(pose.headRx() + 30, 140);
    double y = pose.eyeY() - 4;
    Brush brush = at(pose.cx(), y, 1);
    brush.fill(Shapes.dot(0, 0, r), new Color(0xdff2ff), .16);
    brush.fill(
        Shapes.without(Shapes.dot(0, 0, r), Shapes.dot(0, 0, r - 7)), new Color(0xeaf4ff), .75);
    double s = r / 150;
    Shape gleam =
        Shapes.scaled(
            Curve.of("M-112 -40C-100 -84 -66 -112 -30 -120C-60 -96 -84 -66 -94 -30Z"), s, 0, 0);
    brush.fill(gleam, Color.WHITE, .6);
    brush.fill(Shapes.scaled(Shapes.oval(96, 62, 7, 16), s, 0, 0), Color.WHITE, .4);
    brush.fill(Shapes.box(-r * .56, r * .7, r * 1.12, 26, 13), new Color(0xd9dfea), 1);
    brush.fill(Shapes.box(-r * .56, r * .7 + 15, r * 1.12, 11, 6), new Color(0x8f9bb3), .8);
  }

  private void frames(Color color, double width) {
    double r = Math.max(pose.eyeRx(), pose.eyeRy()) + 11;
    Brush brush = at(pose.cx(), pose.eyeY(), 1);
    double dx = Math.max(pose.eyeDx(), r + 4);
    for (int side = -1; side <= 1; side += 2) {
      brush.fill(
          Shapes.without(
              Shapes.dot(side * dx, 2, r + width / 2), Shapes.dot(side * dx, 2, r - width / 2)),
          color,
          1);
    }
    brush.line("M" + (r - dx) + " 0Q0 -9 " + (dx - r) + " 0", color, width, 1);
  }

  private void goggles() {
    double y = pose.crownY() + 30;
    double w = pose.headRx();
    Brush brush = at(pose.cx(), y, w / 122);
    brush.line("M-100 14C-60 -2 60 -2 100 14", "#6b4334", 13);
    for (int side = -1; side <= 1; side += 2) {
      brush
          .dot(side * 36, 0, 31, "#c9973f")
          .dot(side * 36, 0, 24, "#4a6f8a")
          .oval(side * 36 - 8, -8, 9, 7, "#d8f0ff", .85)
          .oval(side * 36 + 6, 8, 12, 9, "#2f4f6a", .5);
    }
    brush.line("M-8 0H8", "#8a5a24", 8);
  }

  private void headphones(Color base, Color shade) {
    double r = subject.build().head() == Build.Head.WIDE ? 118 : pose.headRx() + 3;
    double y = pose.eyeY();
    Brush brush = at(pose.cx(), 0, 1);
    double top = pose.crownY() - 14;
    brush.line(
        "M" + -r + " " + y + "C" + -r + " " + (top - 6) + " " + r + " " + (top - 6) + " " + r + " "
            + y,
        new Color(0x3d3648),
        11,
        1);
    for (int side = -1; side <= 1; side += 2) {
      brush.fill(Shapes.box(side * r - 17, y - 30, 34, 62, 16), side < 0 ? base : shade, 1);
      brush.fill(Shapes.box(side * r - 9, y - 20, 12, 40, 6), subject.accent().light(), .6);
    }
  }

  private void wreath() {
    String[] petals = {"#f7a8bf", "#fff3f0", "#ffd667", "#c9b2ee", "#f7a8bf"};
    double rx = pose.headRx() * .62;
    for (int i = -3; i <= 3; i++) {
      Brush leaf = at(pose.cx() + i * rx / 3 + 8, pose.crownY() + 12 + i * i * 2.2, 1);
      leaf.oval(0, 0, 13, 7, i % 2 == 0 ? "#6aab4f" : "#8cc257", 1);
    }
    for (int i = -2; i <= 2; i++) {
      Brush flower = at(pose.cx() + i * rx / 2.1, pose.crownY() + 8 + i * i * 5, 1.15);
      for (int petal = 0; petal < 5; petal++) {
        flower.fill(
            Shapes.turned(Shapes.oval(0, -9, 7, 9), petal * 72, 0, 0),
            Color.decode(petals[i + 2]),
            1);
      }
      flower.dot(0, 0, 6, i % 2 == 0 ? "#f2a93f" : "#fff6d0");
    }
  }
}
