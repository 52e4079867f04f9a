package dev.hatchery.avatar.painter.bodies;

import dev.hatchery.avatar.painter.Curve;
import dev.hatchery.avatar.painter.Form;
import dev.hatchery.avatar.painter.Held;
import dev.hatchery.avatar.painter.Phase;
import dev.hatchery.avatar.painter.Shapes;
import dev.hatchery.avatar.painter.Sketch;
import dev.hatchery.avatar.painter.Subject;
import dev.hatchery.avatar.painter.Tone;
import dev.hatchery.avatar.painter.parts.Face;
import dev.hatchery.avatar.painter.parts.HeldThing;
import dev.hatchery.avatar.painter.parts.Pose;
import dev.hatchery.avatar.painter.parts.Signatures;
import dev.hatchery.avatar.painter.parts.WornThing;
import java.awt.Shape;

/** A crab: a broad shell that is all face, two raised claws, six legs. */
final class Crab {
  private static final String SHELL =
      "M256 152C346 152 410 204 412 284C414 356 350 402 256 402C162 402 98 356 100 284C102 204 166 152 256 152Z";
  private static final String CLAW =
      "M92 262C52 254 28 218 34 176C40 144 62 126 84 124C74 144 76 158 84 168C90 152 104 142 122 144C136 176 132 232 112 256Z";

  private final Sketch sketch;
  private final Subject subject;
  private final Tone skin;
  private final Pose pose = new Pose(256, 154, 116, 54, 246, 24, 29, 294, 348, 104, 376, 60);

  Crab(Sketch sketch, Subject subject) {
    this.sketch = sketch;
    this.subject = subject;
    this.skin = subject.skin();
  }

  void draw() {
    if (subject.signature() != null) {
      Signatures.draw(sketch, subject.signature(), 256, 156);
    }
    for (String leg :
        new String[] {
          "M150 352C112 352 84 376 76 420",
          "M172 374C140 384 120 404 118 434",
          "M200 388C180 400 168 416 168 438"
        }) {
      limb(Curve.of(leg), 17);
    }
    limb(Curve.of("M142 300C112 300 96 280 92 240"), 24);
    sketch.form("claw", Curve.of(CLAW), skin).shade(.2).light(.12);
    sketch.form("claw", Shapes.mirrored(Curve.of(CLAW)), skin.back()).shade(.22);
    Form shell = sketch.form("shell", Curve.of(SHELL), skin);
    shell.patch(
        Phase.COLOUR,
        "the pale underside",
        Shapes.oval(256, 398, 130, 48),
        skin.pale().base(),
        .95);
    shell.shade(.15).light(.07).bounce();
    for (double[] s :
        new double[][] {
          {204, 186, 9},
          {232, 174, 6},
          {262, 182, 10},
          {292, 174, 6},
          {314, 190, 8},
          {160, 330, 6},
          {352, 330, 6},
          {176, 350, 4},
          {338, 350, 4}
        }) {
      shell.patch(
          Phase.DETAIL, "spots of the shell", Shapes.dot(s[0], s[1], s[2]), skin.deep().base(), .6);
    }
    shell.line(
        Phase.DETAIL,
        "the rim of the shell",
        Curve.of("M122 336C170 372 342 372 390 336"),
        skin.shade(),
        4,
        .5);
    new Face(sketch, subject, pose).eyes().mouth().blush(88, 284);
    WornThing.atNeck(sketch, subject, pose);
    WornThing.onHead(sketch, subject, pose);
    Held held = subject.held();
    if (held != null) {
      HeldThing.draw(
          sketch, subject, held, held.atSide() ? 432 : 256, held.atSide() ? 200 : 384, .85);
    }
  }

  private void limb(Shape line, double width) {
    sketch
        .form("legs", Sketch.pen(width).createStrokedShape(line), skin.back())
        .shade(.03)
        .light(.02);
    sketch
        .form("legs", Sketch.pen(width).createStrokedShape(Shapes.mirrored(line)), skin.deep())
        .shade(.03);
  }
}
