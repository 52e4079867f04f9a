package dev.hatchery.avatar.painter.parts;

import dev.hatchery.avatar.painter.Curve;
import dev.hatchery.avatar.painter.Form;
import dev.hatchery.avatar.painter.Phase;
import dev.hatchery.avatar.painter.Shapes;
import dev.hatchery.avatar.painter.Sketch;
import dev.hatchery.avatar.painter.Subject;
import dev.hatchery.avatar.painter.Tone;
import java.awt.Shape;

/** Wings behind the body. */
public final class WingPair {
  private static final String BAT =
      "M196 318C168 268 118 244 66 252C82 272 84 294 78 316C94 312 106 318 112 334C126 324 142 328 150 346C164 340 180 344 192 356Z";
  private static final String FEATHER =
      "M200 330C178 270 126 238 72 244C76 258 82 266 92 272C80 274 76 276 72 280C80 294 90 300 104 304C96 308 92 310 90 316C102 328 116 332 132 332C126 338 124 342 124 348C148 360 178 356 200 346Z";

  private WingPair() {}

  /** Draws the wings of this build. */
  public static void draw(Sketch sketch, Subject subject) {
    switch (subject.build().wings()) {
      case BAT -> bat(sketch, subject);
      case FEATHER -> feather(sketch, subject);
      default -> {}
    }
  }

  private static void bat(Sketch sketch, Subject subject) {
    Tone skin = subject.skin().deep();
    for (Shape wing : new Shape[] {Curve.of(BAT), Shapes.mirrored(Curve.of(BAT))}) {
      sketch.form("wing", wing, skin).shade(.2).light(.07);
    }
    Shape bones =
        Curve.of(
            "M194 322C160 286 116 262 74 256M150 282C128 290 112 306 110 328M170 302C156 312 150 326 150 342");
    sketch.line(Phase.DETAIL, "bones of the wings", bones, skin.light(), 5, .75);
    sketch.line(Phase.DETAIL, "bones of the wings", Shapes.mirrored(bones), skin.light(), 5, .55);
  }

  private static void feather(Sketch sketch, Subject subject) {
    Tone pale = subject.skin().pale();
    Shape left = Curve.of(FEATHER);
    Form near = sketch.form("wing", left, pale).shade(.2).light(.08);
    Form far = sketch.form("wing", Shapes.mirrored(left), pale.back()).shade(.24);
    Shape rows =
        Curve.of(
            "M92 272C116 276 138 284 154 296M104 304C124 304 144 308 158 316M132 332C148 330 162 330 174 334");
    near.line(Phase.DETAIL, "feathers", rows, pale.shade(), 4, .8);
    far.line(Phase.DETAIL, "feathers", Shapes.mirrored(rows), pale.shade(), 4, .8);
  }
}
