package dev.hatchery.avatar.painter.bodies;

import dev.hatchery.avatar.painter.Curve;
import dev.hatchery.avatar.painter.Form;
import dev.hatchery.avatar.painter.Phase;
import dev.hatchery.avatar.painter.Sketch;
import dev.hatchery.avatar.painter.Subject;
import dev.hatchery.avatar.painter.Tone;
import dev.hatchery.avatar.painter.parts.Grip;
import dev.hatchery.avatar.painter.parts.Pose;

/** A root, bulb or trunk with leaves on its head. */
final class Sprout {
  static final Pose POSE = new Pose(256, 150, 108, 48, 256, 23, 28, 300, 330, 100, 376, 60);

  private final Sketch sketch;
  private final Subject subject;
  private final Tone skin;

  Sprout(Sketch sketch, Subject subject) {
    this.sketch = sketch;
    this.subject = subject;
    this.skin = subject.skin();
  }

  void draw() {
    Tone leaf = Tone.of("#8cc257");
    boolean root = skin.base().getGreen() > skin.base().getRed();
    Tone bulb = root ? Tone.of("#e8d2a4") : skin;
    for (String path :
        new String[] {
          "M250 168C196 160 150 120 148 70C206 66 250 108 262 160Z",
          "M262 168C316 160 362 120 364 70C306 66 262 108 250 160Z",
          "M256 166C222 130 226 66 256 36C286 66 290 130 256 166Z"
        }) {
      Form form = sketch.form("leaves", Curve.of(path), root ? skin : leaf).shade(.16).light(.1);
      form.line(
          Phase.DETAIL,
          "veins of the leaves",
          Curve.of(
              path.contains("M256")
                  ? "M256 160V60"
                  : path.contains("M250") ? "M250 156Q200 130 164 84" : "M262 156Q312 130 348 84"),
          leaf.light(),
          4,
          .7);
    }
    Plant.feet(sketch, bulb.deep());
    Form body =
        sketch.form(
            "body",
            Curve.of(
                "M256 150C330 150 380 206 384 284C388 372 336 434 256 434C176 434 124 372 128 284C132 206 182 150 256 150Z"),
            bulb);
    body.patch(
        Phase.COLOUR,
        "the blush of the rind",
        Curve.of("M120 140H392V214C330 250 300 206 256 226C212 206 182 250 120 214Z"),
        subject.accent().base(),
        root ? .55 : .2);
    body.shade(.17).light(.08).bounce();
    for (String line :
        new String[] {
          "M164 360q22 10 44 4",
          "M300 388q24 2 42 -10",
          "M176 392q14 8 30 6",
          "M322 350q16 2 30 -6",
          "M236 176q20 6 40 0",
          "M150 320q10 6 20 6",
          "M216 190q12 4 22 2",
          "M282 192q12 0 20 -4"
        }) {
      body.line(Phase.DETAIL, "lines of the rind", Curve.of(line), bulb.shade(), 4, .6);
    }
    Plant.face(sketch, subject, POSE, 84);
    Grip.draw(sketch, subject, bulb.back(), 374, 120);
  }
}
