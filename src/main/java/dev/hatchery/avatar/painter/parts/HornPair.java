package dev.hatchery.avatar.painter.parts;

import dev.hatchery.avatar.painter.Build;
import dev.hatchery.avatar.painter.Curve;
import dev.hatchery.avatar.painter.Form;
import dev.hatchery.avatar.painter.Phase;
import dev.hatchery.avatar.painter.Shapes;
import dev.hatchery.avatar.painter.Sketch;
import dev.hatchery.avatar.painter.Subject;
import dev.hatchery.avatar.painter.Tone;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;

/** Horns and antlers behind the head; the horn of a unicorn before it. */
public final class HornPair {
  private static final Tone IVORY = Tone.of("#f3dfb4");
  private static final Tone WOOD = Tone.of("#a9743f");

  private HornPair() {}

  /** Draws what grows behind the head. */
  public static void behind(Sketch sketch, Subject subject) {
    switch (subject.build().horns()) {
      case SMALL -> pair(sketch, IVORY, "M180 178C152 158 138 122 144 84C166 96 196 126 212 156Z");
      case OX -> pair(sketch, IVORY, "M196 160C150 160 116 128 124 84C144 112 176 122 214 130Z");
      case CURLED ->
          pair(
              sketch,
              Tone.of("#c9a878"),
              "M206 152C190 104 130 92 106 130C88 164 112 202 144 194C160 188 158 170 146 168C134 172 126 158 136 146C150 130 172 144 184 170Z");
      case ANTLERS -> antlers(sketch);
      default -> {}
    }
  }

  /** Draws the one horn in the middle of the forehead. */
  public static void inFront(Sketch sketch, Subject subject, double crownY) {
    if (subject.build().horns() == Build.Horns.UNICORN) {
      Shape horn =
          Shapes.moved(
              Curve.of(
                  "M236 34C244 -10 252 -40 256 -60C260 -40 268 -10 276 34C264 42 248 42 236 34Z"),
              0,
              crownY);
      Form form = sketch.form("horn", horn, Tone.of("#f5cf7a")).shade(.3).light(.14);
      for (int ring = 0; ring < 4; ring++) {
        Shape groove = Shapes.moved(Curve.of("M230 26Q256 34 284 12"), 0, crownY - ring * 21);
        form.line(Phase.DETAIL, "grooves of the horn", groove, new Color(0xb97a3a), 3.5, .7);
      }
    }
  }

  private static void pair(Sketch sketch, Tone tone, String path) {
    Shape left = Curve.of(path);
    sketch.form("horn", left, tone).shade(.16).light(.12);
    sketch.form("horn", Shapes.mirrored(left), tone.back()).shade(.22);
  }

  private static void antlers(Sketch sketch) {
    Shape lines =
        Curve.of(
            "M214 150C196 120 168 108 160 60M186 116C164 118 144 106 136 82M172 92C184 78 188 62 184 48");
    Shape left =
        new BasicStroke(13, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
            .createStrokedShape(lines);
    sketch.form("antler", left, WOOD).shade(.03).light(.02);
    sketch.form("antler", Shapes.mirrored(left), WOOD.back()).shade(.03);
  }
}
