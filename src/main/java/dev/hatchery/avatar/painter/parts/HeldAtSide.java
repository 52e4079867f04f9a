package dev.hatchery.avatar.painter.parts;

import dev.hatchery.avatar.painter.Curve;
import dev.hatchery.avatar.painter.Held;
import dev.hatchery.avatar.painter.Phase;
import dev.hatchery.avatar.painter.Shapes;
import dev.hatchery.avatar.painter.Sketch;
import dev.hatchery.avatar.painter.Subject;
import java.awt.Color;
import java.awt.RadialGradientPaint;

/** What is held out at the side, drawn around the hand. */
final class HeldAtSide {
  private final Sketch sketch;
  private final Subject subject;
  private final Brush brush;
  private final double x;
  private final double y;

  HeldAtSide(Sketch sketch, Subject subject, Brush brush, double x, double y) {
    this.sketch = sketch;
    this.subject = subject;
    this.brush = brush;
    this.x = x;
    this.y = y;
  }

  void draw(Held held) {
    Color ink = subject.accent().base();
    switch (held) {
      case LANTERN -> lantern();
      case KEY ->
          brush
              .line("M0 34V-34", "#d9a441", 9)
              .line("M0 26H16M0 12H12", "#d9a441", 8)
              .fill(
                  Shapes.without(Shapes.dot(0, -52, 22), Shapes.dot(0, -52, 11)),
                  new Color(0xd9a441),
                  1)
              .line("M-14 -62Q-8 -70 2 -70", "#fff0b8", 4);
      case UMBRELLA -> umbrella(ink);
      case BRUSH ->
          brush
              .line("M4 52L-4 -46", "#b0743c", 9)
              .fill("M-11 -44H4L6 -62H-12Z", "#b9c3cf")
              .fill("M-13 -60H7C14 -80 2 -92 -6 -108C-10 -92 -22 -80 -13 -60Z", ink)
              .fill("M-4 -60H7C14 -80 2 -92 -6 -108C2 -88 2 -76 -4 -60Z", subject.accent().shade());
      case BALLOON ->
          brush
              .line("M0 20C-10 -20 14 -60 0 -104", Color.WHITE, 3, .8)
              .fill(
                  "M0 -104C-30 -116 -42 -144 -38 -166C-34 -190 -18 -202 0 -202C18 -202 34 -190 38 -166C42 -144 30 -116 0 -104Z",
                  ink)
              .fill(
                  "M12 -200C36 -186 40 -124 0 -104C30 -116 44 -150 38 -166C34 -186 24 -196 12 -200Z",
                  subject.accent().shade())
              .oval(-15, -174, 8, 14, "#ffffff", .55)
              .fill("M-7 -96L0 -106L7 -96Z", ink);
      case BLOOM -> bloom(ink);
      case WAND ->
          brush
              .line("M6 44L-4 -50", "#7a4f34", 8)
              .fill(Shapes.star(-6, -70, 30, 13, 5), new Color(0xffd75e), 1)
              .fill(Shapes.star(-8, -73, 15, 7, 5), new Color(0xfff3b8), .9)
              .dot(28, -92, 4, "#fff3b8")
              .dot(-44, -58, 3.5, "#fff3b8")
              .dot(24, -44, 3, "#fff3b8");
      case TELESCOPE ->
          brush
              .turned(-38)
              .fill("M-30 -11H26V11H-30Z", "#a86b34")
              .fill("M24 -15H74V15H24Z", "#d9a441")
              .fill("M24 3H74V15H24Z", "#8a5a24", .6)
              .fill("M72 -18H82V18H72Z", "#f0cd7a")
              .fill("M-38 -14H-28V14H-38Z", "#f0cd7a")
              .fill("M80 -13H85V13H80Z", "#9fd0ea");
      case HAMMER ->
          brush
              .line("M2 46L-2 -40", "#a8703c", 10)
              .fill("M-30 -66H20C30 -66 36 -58 38 -48C30 -52 24 -44 20 -40H-30Z", "#aab3c0")
              .fill("M-30 -50H24L20 -40H-30Z", "#6f7888", .8);
      case SWORD ->
          brush
              .fill("M-8 -22V-104L0 -120L8 -104V-22Z", "#e3e9f0")
              .fill("M0 -22V-120L8 -104V-22Z", "#a4afc0")
              .line("M-24 -22H24", "#d9a441", 9)
              .line("M0 -14V18", "#7a4a3a", 9)
              .dot(0, 26, 7, "#d9a441");
      case FISHING ->
          brush
              .line("M-6 48L34 -112", "#a8703c", 6)
              .line("M34 -112C60 -60 56 -20 54 18", Color.WHITE, 2, .8)
              .dot(54, 24, 8, "#e2604a")
              .fill("M46 24H62C62 36 46 36 46 24Z", "#fff6e6");
      default -> throw new IllegalArgumentException(held + " is held in front");
    }
  }

  private void lantern() {
    RadialGradientPaint glow =
        new RadialGradientPaint(
            (float) x,
            (float) y + 34,
            86,
            new float[] {0, 1},
            new Color[] {new Color(255, 214, 120, 150), new Color(255, 190, 90, 0)});
    sketch.paint(Phase.DETAIL, "the lantern's glow", Shapes.dot(x, y + 34, 86), glow);
    brush
        .line("M0 -4C-14 -4 -16 8 -16 12H16C16 8 14 -4 0 -4", "#4a3030", 4)
        .fill("M-20 12H20L24 20H-24Z", "#6b4334")
        .fill("M-20 20H20L22 62H-22Z", "#ffdf8f")
        .fill("M0 58C-14 54 -12 40 -4 32C0 38 4 36 4 28C14 40 14 54 0 58Z", "#ff9a35")
        .fill("M0 58C-6 54 -4 46 0 42C6 48 6 54 0 58Z", "#fff3b8")
        .line("M-20 20L-22 62M20 20L22 62M0 20V26", "#6b4334", 4)
        .fill("M-26 62H26V71H-26Z", "#6b4334");
  }

  private void umbrella(Color ink) {
    brush.turned(20);
    brush.line("M0 46V-88", "#8a5a3c", 6).line("M0 46C0 60 18 60 18 48", "#8a5a3c", 6);
    brush.fill(
        "M-74 -84C-70 -130 -36 -152 0 -152C36 -152 70 -130 74 -84C62 -96 44 -96 37 -84C30 -96 8 -96 0 -84C-8 -96 -30 -96 -37 -84C-44 -96 -62 -96 -74 -84Z",
        ink);
    brush
        .fill(
            "M0 -152C36 -152 70 -130 74 -84C62 -96 44 -96 37 -84C38 -110 24 -138 0 -152Z",
            subject.accent().shade())
        .fill(
            Curve.of(
                "M0 -152C-24 -138 -38 -110 -37 -84C-44 -96 -62 -96 -74 -84C-70 -124 -40 -150 0 -152Z"),
            subject.accent().light(),
            .45)
        .line("M0 -152V-162", "#8a5a3c", 5);
  }

  private void bloom(Color ink) {
    brush
        .line("M0 48C4 10 -4 -20 0 -48", "#4d8a3e", 6)
        .fill("M0 14C18 10 26 -4 26 -14C10 -14 0 -2 0 14Z", "#7fb24e")
        .fill("M0 30C-18 26 -24 14 -24 4C-10 6 0 16 0 30Z", "#5f9a46");
    for (int petal = 0; petal < 7; petal++) {
      brush.fill(
          Shapes.turned(Shapes.oval(0, -84, 13, 19), petal * 51.4, 0, -62),
          petal % 2 == 0 ? ink : subject.accent().light(),
          1);
    }
    brush.dot(0, -62, 13, "#ffd667").dot(-4, -66, 5, "#fff2b8");
  }
}
