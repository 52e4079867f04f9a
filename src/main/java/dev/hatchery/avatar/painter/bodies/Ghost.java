package dev.hatchery.avatar.painter.bodies;

import dev.hatchery.avatar.painter.Curve;
import dev.hatchery.avatar.painter.Form;
import dev.hatchery.avatar.painter.Phase;
import dev.hatchery.avatar.painter.Shapes;
import dev.hatchery.avatar.painter.Sketch;
import dev.hatchery.avatar.painter.Species;
import dev.hatchery.avatar.painter.Subject;
import dev.hatchery.avatar.painter.Tone;
import dev.hatchery.avatar.painter.parts.Face;
import dev.hatchery.avatar.painter.parts.Grip;
import dev.hatchery.avatar.painter.parts.Pose;
import dev.hatchery.avatar.painter.parts.Signatures;
import dev.hatchery.avatar.painter.parts.WornThing;
import java.awt.Color;

/** A ghost with a wavy hem, or a slime with a flat foot: one soft shape that lets light through. */
final class Ghost {
  private static final String GHOST =
      "M256 104C334 104 376 166 378 244C380 320 388 372 402 416C384 432 366 424 352 408C338 432 314 438 298 416C284 440 250 444 234 418C216 440 190 434 178 410C162 428 138 432 112 416C126 372 132 320 134 244C136 166 178 104 256 104Z";
  private static final String SLIME =
      "M256 120C282 120 290 138 310 158C356 200 400 268 410 352C418 412 372 438 256 438C140 438 94 412 102 352C112 268 156 200 202 158C222 138 230 120 256 120Z";

  private final Sketch sketch;
  private final Subject subject;
  private final Tone skin;
  private final boolean slime;
  private final Pose pose;

  Ghost(Sketch sketch, Subject subject) {
    this.sketch = sketch;
    this.subject = subject;
    this.skin = subject.skin();
    this.slime = subject.species() == Species.SLIME;
    double eyes = slime ? 252 : 212;
    this.pose =
        new Pose(
            256,
            slime ? 132 : 104,
            slime ? 84 : 110,
            48,
            eyes,
            25,
            30,
            eyes + 46,
            eyes + 74,
            slime ? 120 : 108,
            372,
            60);
  }

  void draw() {
    WornThing.behind(sketch, subject, pose);
    if (subject.signature() != null) {
      Signatures.draw(sketch, subject.signature(), 256, pose.crownY() + 4);
    }
    Form body = sketch.form("body", Curve.of(slime ? SLIME : GHOST), skin);
    body.patch(
        Phase.COLOUR,
        "the paler heart",
        Shapes.oval(250, slime ? 320 : 300, 84, 92),
        skin.light(),
        .4);
    body.shade(.17).light(.08).bounce();
    if (slime) {
      bubbles(body);
    } else {
      folds(body);
    }
    WornThing.atNeck(sketch, subject, pose);
    new Face(sketch, subject, pose).eyes().mouth().blush(80, pose.eyeY() + 34);
    WornThing.onHead(sketch, subject, pose);
    Grip.draw(sketch, subject, skin, slime ? 372 : 356, slime ? 136 : 116);
  }

  private void bubbles(Form body) {
    for (double[] b :
        new double[][] {
          {176, 372, 16},
          {332, 350, 12},
          {206, 404, 9},
          {306, 396, 18},
          {356, 392, 8},
          {150, 340, 8}
        }) {
      body.patch(Phase.DETAIL, "bubbles inside", Shapes.dot(b[0], b[1], b[2]), skin.light(), .55);
      body.patch(
          Phase.DETAIL,
          "bubbles inside",
          Shapes.dot(b[0] - b[2] * .3, b[1] - b[2] * .35, b[2] * .3),
          Color.WHITE,
          .85);
    }
    body.patch(
        Phase.DETAIL,
        "a wet gleam",
        Shapes.turned(Shapes.oval(186, 214, 10, 30), 32, 186, 214),
        Color.WHITE,
        .75);
    body.patch(Phase.DETAIL, "a wet gleam", Shapes.oval(164, 256, 6, 9), Color.WHITE, .7);
  }

  private void folds(Form body) {
    for (String fold :
        new String[] {
          "M176 406C184 380 186 356 184 336",
          "M236 414C240 384 240 360 238 340",
          "M298 412C296 384 296 360 298 340",
          "M350 404C344 380 340 356 340 336"
        }) {
      body.line(Phase.DETAIL, "folds of the hem", Curve.of(fold), skin.shade(), 6, .5);
    }
    for (double[] s :
        new double[][] {
          {196, 142, 5}, {214, 130, 3}, {320, 300, 4}, {196, 308, 4}, {330, 320, 3}, {184, 322, 3}
        }) {
      body.patch(Phase.DETAIL, "glimmers", Shapes.spark(s[0], s[1], s[2] * 2.4), Color.WHITE, .9);
    }
  }
}
