package dev.hatchery.avatar.painter.bodies;

import dev.hatchery.avatar.painter.Build.Coat;
import dev.hatchery.avatar.painter.Build.Head;
import dev.hatchery.avatar.painter.Curve;
import dev.hatchery.avatar.painter.Form;
import dev.hatchery.avatar.painter.Phase;
import dev.hatchery.avatar.painter.Shapes;
import dev.hatchery.avatar.painter.Sketch;
import dev.hatchery.avatar.painter.Subject;
import dev.hatchery.avatar.painter.Tone;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** Manes, wool and spines: what stands around a head. */
final class Manes {
  private Manes() {}

  static void behind(Sketch sketch, Subject subject) {
    Coat coat = subject.build().coat();
    if (coat == Coat.SPINES) {
      Tone dark = subject.skin().deep();
      Form back = sketch.form("spines", rays(256, 286, 168, 146, 26), dark).shade(.12).light(.05);
      for (int i = 0; i < 11; i++) {
        Shape spine = Shapes.turned(Curve.of("M256 150L256 128"), -100 + i * 20, 256, 286);
        back.line(Phase.DETAIL, "spines", spine, dark.light(), 4, .7);
      }
    } else if (coat == Coat.MANE && subject.build().head() == Head.ROUND) {
      sketch
          .form("mane", lobes(256, 214, 150, 17, 28), subject.skin().deep())
          .shade(.12)
          .light(.06);
    } else if (coat == Coat.WOOL) {
      sketch.form("wool", lobes(256, 340, 92, 12, 30), subject.skin().pale()).shade(.16).light(.07);
    }
  }

  static void inFront(Sketch sketch, Subject subject) {
    Coat coat = subject.build().coat();
    if (coat == Coat.WOOL) {
      Tone wool = subject.skin().pale();
      Form curls =
          sketch.form(
              "wool",
              Curve.of(
                  "M170 178C142 172 146 132 174 134C176 104 214 96 230 112C246 90 282 92 290 112C312 98 340 112 338 136C366 136 368 172 342 178C330 190 314 184 306 174C296 188 272 188 262 174C250 188 228 188 218 174C206 188 182 190 170 178Z"),
              wool);
      curls.shade(.2).light(.1);
      for (String curl :
          new String[] {
            "M188 156q10 -12 20 0",
            "M230 142q10 -12 20 0",
            "M272 138q10 -12 20 0",
            "M308 152q10 -12 20 0",
            "M210 170q9 -10 18 0",
            "M286 168q9 -10 18 0"
          }) {
        curls.line(Phase.DETAIL, "curls of the wool", Curve.of(curl), wool.shade(), 4, .7);
      }
    } else if (coat == Coat.MANE && subject.build().head() == Head.LONG) {
      Tone hair = subject.accent();
      Form mane =
          sketch
              .form(
                  "mane",
                  Curve.of(
                      "M262 96C220 92 196 118 208 148C222 138 232 140 236 158C246 142 256 140 264 156C280 140 300 150 322 148C352 158 366 196 372 250C392 214 392 150 362 122C336 98 300 94 262 96Z"),
                  hair)
              .shade(.14)
              .light(.08);
      mane.line(
          Phase.DETAIL,
          "strands of the mane",
          Curve.of(
              "M256 108C232 108 218 122 218 138M284 108C320 114 352 144 366 192M268 116C300 122 334 136 350 162"),
          hair.light(),
          4,
          .7);
      mane.line(
          Phase.DETAIL,
          "strands of the mane",
          Curve.of("M300 104C340 114 366 150 374 206"),
          hair.shade(),
          4,
          .7);
    }
  }

  /** A ring of round lobes. */
  private static Shape lobes(double x, double y, double r, int count, double size) {
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    path.append(Shapes.dot(x, y, r), false);
    for (int i = 0; i < count; i++) {
      double angle = 2 * Math.PI * i / count;
      path.append(
          Shapes.dot(x + (r - 6) * Math.sin(angle), y - (r - 6) * .94 * Math.cos(angle), size),
          false);
    }
    return path;
  }

  private static Shape rays(double x, double y, double outer, double inner, int count) {
    return Shapes.star(x, y, outer, inner, count);
  }
}
