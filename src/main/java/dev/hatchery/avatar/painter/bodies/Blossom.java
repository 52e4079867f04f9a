package dev.hatchery.avatar.painter.bodies;

import dev.hatchery.avatar.painter.Curve;
import dev.hatchery.avatar.painter.Form;
import dev.hatchery.avatar.painter.Phase;
import dev.hatchery.avatar.painter.Shapes;
import dev.hatchery.avatar.painter.Sketch;
import dev.hatchery.avatar.painter.Subject;
import dev.hatchery.avatar.painter.Tone;
import dev.hatchery.avatar.painter.parts.Grip;
import dev.hatchery.avatar.painter.parts.Pose;
import java.awt.Shape;

/** A flower with a face in its heart and leaves for arms. */
final class Blossom {
  static final Pose POSE = new Pose(256, 110, 92, 38, 206, 21, 25, 246, 304, 50, 376, 50);

  private final Sketch sketch;
  private final Subject subject;
  private final Tone skin;

  Blossom(Sketch sketch, Subject subject) {
    this.sketch = sketch;
    this.subject = subject;
    this.skin = subject.skin();
  }

  void draw() {
    Tone green = Tone.of("#6aab4f");
    for (int petal = 0; petal < 10; petal++) {
      Shape leaf =
          Shapes.turned(
              Curve.of("M256 148C222 128 218 88 256 72C294 88 290 128 256 148Z"),
              petal * 36,
              256,
              214);
      sketch.form("petals", leaf, petal % 2 == 0 ? skin : skin.back()).shade(.14).light(.09);
    }
    body(green);
    Tone heart =
        skin.base().getRed() > 220 && skin.base().getGreen() > 180
            ? Tone.of("#b9743c")
            : Tone.of("#f6d58a");
    Form face = sketch.form("head", Shapes.dot(256, 214, 92), heart).shade(.17).light(.08).bounce();
    for (int i = 0; i < 14; i++) {
      Shape seed = Shapes.turned(Shapes.dot(256, 136, 3.4), i * 25.7, 256, 214);
      face.patch(Phase.DETAIL, "seeds", seed, heart.shade(), .8);
    }
    Plant.face(sketch, subject, POSE, 62);
    if (subject.held() != null) {
      Grip.draw(sketch, subject, green, 372, 46);
    }
  }

  private void body(Tone green) {
    Form body =
        sketch.form(
            "body",
            Curve.of(
                "M256 268C300 290 318 340 312 388C308 424 286 436 256 436C226 436 204 424 200 388C194 340 212 290 256 268Z"),
            green);
    body.shade(.2).light(.1);
    for (int side = 0; side < 2; side++) {
      Shape leaf = Curve.of("M224 396C178 398 134 372 120 328C164 322 212 346 230 384Z");
      Form form =
          sketch
              .form(
                  "leaf",
                  side == 0 ? leaf : Shapes.mirrored(leaf),
                  side == 0 ? green : green.back())
              .shade(.2)
              .light(.1);
      form.line(
          Phase.DETAIL,
          "veins of the leaves",
          side == 0
              ? Curve.of("M134 336Q184 350 218 388")
              : Shapes.mirrored(Curve.of("M134 336Q184 350 218 388")),
          green.light(),
          3.5,
          .7);
    }
  }
}
