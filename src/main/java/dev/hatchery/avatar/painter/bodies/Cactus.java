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

/** A cactus in a pot. */
final class Cactus {
  static final Pose POSE = new Pose(256, 122, 96, 42, 218, 22, 27, 262, 296, 88, 356, 60);

  private final Sketch sketch;
  private final Subject subject;
  private final Tone skin;

  Cactus(Sketch sketch, Subject subject) {
    this.sketch = sketch;
    this.subject = subject;
    this.skin = subject.skin();
  }

  void draw() {
    Plant.sign(sketch, subject, 124);
    Shape arm =
        Curve.of("M158 330C118 334 96 312 96 280C96 252 132 252 132 280C132 294 142 296 166 292Z");
    sketch.form("arm", arm, skin.back()).shade(.2).light(.1);
    if (subject.held() == null || !subject.held().atSide()) {
      sketch.form("arm", Shapes.mirrored(arm), skin.back().back()).shade(.2);
    }
    Form body =
        sketch.form(
            "body",
            Curve.of(
                "M256 112C320 112 356 158 358 226L354 388H158L154 226C156 158 192 112 256 112Z"),
            skin);
    body.shade(.17).light(.08);
    for (double x : new double[] {190, 224, 288, 322}) {
      body.line(Phase.DETAIL, "ribs", Curve.of("M" + x + " 318V384"), skin.shade(), 5, .5);
    }
    for (double[] s :
        new double[][] {
          {188, 168},
          {222, 146},
          {296, 150},
          {328, 178},
          {180, 306},
          {332, 304},
          {206, 336},
          {306, 340},
          {256, 350}
        }) {
      body.line(
          Phase.DETAIL,
          "prickles",
          Curve.of("M" + (s[0] - 6) + " " + (s[1] - 4) + "l6 6l6 -6"),
          skin.pale().base(),
          3.5,
          .95);
    }
    Tone clay = Tone.of("#c9714a");
    Form pot = sketch.form("pot", Curve.of("M150 372H362L342 428C320 442 192 442 170 428Z"), clay);
    pot.shade(.2).light(.1);
    sketch.form("rim of the pot", Shapes.box(138, 358, 236, 30, 10), clay).shade(.3).light(.2);
    Plant.face(sketch, subject, POSE, 74);
    if (subject.held() != null) {
      Grip.draw(sketch, subject, skin.back(), 350, 98);
    }
  }
}
