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
import java.awt.Color;

/** A mushroom with a face on its stem. */
final class Mushroom {
  static final Pose POSE = new Pose(256, 112, 116, 42, 274, 21, 26, 312, 336, 72, 382, 50);

  private final Sketch sketch;
  private final Subject subject;
  private final Tone skin;

  Mushroom(Sketch sketch, Subject subject) {
    this.sketch = sketch;
    this.subject = subject;
    this.skin = subject.skin();
  }

  void draw() {
    Tone stem = Tone.of("#f6e8cf");
    Plant.sign(sketch, subject, 112);
    Plant.feet(sketch, stem.deep());
    Form foot =
        sketch.form(
            "stem",
            Curve.of(
                "M196 220C200 280 178 330 172 376C168 418 204 434 256 434C308 434 344 418 340 376C334 330 312 280 316 220Z"),
            stem);
    foot.shade(.2).light(.09);
    foot.patch(Phase.FORM, "shade below the cap", Shapes.oval(256, 232, 120, 26), stem.shade(), .7);
    for (int i = 0; i < 5; i++) {
      foot.line(
          Phase.DETAIL,
          "fibres of the stem",
          Curve.of("M" + (196 + i * 30) + " 414q-2 -14 2 -26"),
          stem.shade(),
          4,
          .6);
    }
    Form cap =
        sketch.form(
            "cap",
            Curve.of(
                "M92 220C84 150 160 98 256 98C352 98 428 150 420 220C418 246 372 244 256 244C140 244 94 246 92 220Z"),
            skin);
    cap.shade(.2).light(.1).bounce();
    for (double[] s :
        new double[][] {
          {180, 160, 24},
          {262, 134, 19},
          {340, 166, 26},
          {236, 204, 15},
          {136, 208, 13},
          {300, 216, 12},
          {388, 214, 11}
        }) {
      cap.patch(
          Phase.DETAIL,
          "spots of the cap",
          Shapes.oval(s[0], s[1], s[2], s[2] * .85),
          new Color(0xfff3dd),
          .95);
    }
    Plant.face(sketch, subject, POSE, 72);
    Grip.draw(sketch, subject, stem, 376, 86);
  }
}
