package dev.hatchery.avatar.painter.bodies;

import dev.hatchery.avatar.painter.Curve;
import dev.hatchery.avatar.painter.Form;
import dev.hatchery.avatar.painter.Phase;
import dev.hatchery.avatar.painter.Shapes;
import dev.hatchery.avatar.painter.Sketch;
import dev.hatchery.avatar.painter.Subject;
import dev.hatchery.avatar.painter.Tone;
import dev.hatchery.avatar.painter.parts.Face;
import dev.hatchery.avatar.painter.parts.Grip;
import dev.hatchery.avatar.painter.parts.Pose;
import dev.hatchery.avatar.painter.parts.Signatures;
import dev.hatchery.avatar.painter.parts.WornThing;
import java.awt.Color;
import java.awt.Shape;

/** A robot: a rounded box of a head with a dark screen for a face, a barrel of a body. */
final class Robot {
  private static final Color SCREEN = new Color(0x2a3348);
  private static final Tone STEEL = Tone.of("#7d8798");

  private final Sketch sketch;
  private final Subject subject;
  private final Tone skin;
  private final Pose pose = new Pose(256, 118, 112, 46, 208, 20, 24, 246, 296, 74, 372, 60);

  Robot(Sketch sketch, Subject subject) {
    this.sketch = sketch;
    this.subject = subject;
    this.skin = subject.skin();
  }

  void draw() {
    WornThing.behind(sketch, subject, pose);
    if (subject.signature() != null) {
      Signatures.draw(sketch, subject.signature(), 256, 118);
    } else {
      sketch.line(Phase.COLOUR, "the aerial", Curve.of("M256 124V84"), STEEL.base(), 7, 1);
      sketch.fill(
          Phase.DETAIL, "the aerial's lamp", Shapes.dot(256, 78, 12), new Color(0xff8a6a), 1);
    }
    for (double x : new double[] {130, 382}) {
      sketch
          .form(
              "ear plate",
              Shapes.box(x - 17, 176, 34, 66, 12),
              x < 256 ? subject.accent() : subject.accent().back())
          .shade(.24)
          .light(.14);
    }
    sketch.form("neck", Shapes.box(228, 276, 56, 34, 6), STEEL).shade(.3);
    Form body =
        sketch.form(
            "body",
            Curve.of(
                "M178 304C200 292 312 292 334 304C352 330 354 384 338 418C316 432 196 432 174 418C158 384 160 330 178 304Z"),
            skin.back());
    body.shade(.16).light(.07);
    panel(body);
    for (int side = -1; side <= 1; side += 2) {
      sketch
          .form("foot", Shapes.box(256 + side * 46 - 32, 418, 64, 24, 12), STEEL.deep())
          .shade(.24)
          .light(.14);
    }
    Form head = sketch.form("head", Shapes.box(136, 122, 240, 166, 58), skin).shade(.14).light(.07);
    head.bounce();
    for (double[] bolt : new double[][] {{164, 148}, {348, 148}, {160, 264}, {352, 264}}) {
      head.patch(Phase.DETAIL, "bolts", Shapes.dot(bolt[0], bolt[1], 6), skin.shade(), .9);
      head.patch(
          Phase.DETAIL, "bolts", Shapes.dot(bolt[0] - 1.5, bolt[1] - 1.5, 3), skin.light(), .9);
    }
    face();
    WornThing.atNeck(sketch, subject, pose);
    WornThing.onHead(sketch, subject, pose);
    Grip.draw(sketch, subject, STEEL, 366, 90);
  }

  private void panel(Form body) {
    Shape plate = Shapes.box(206, 326, 100, 76, 16);
    body.patch(Phase.COLOUR, "the panel", plate, skin.pale().base(), .95);
    body.line(Phase.DETAIL, "the panel", plate, skin.shade(), 3.5, .7);
    String[] lamps = {"#e8616b", "#ffd75e", "#7fc98a"};
    for (int i = 0; i < 3; i++) {
      body.patch(
          Phase.DETAIL,
          "lamps of the panel",
          Shapes.dot(228 + i * 28, 348, 8),
          Color.decode(lamps[i]),
          1);
      body.patch(
          Phase.DETAIL, "lamps of the panel", Shapes.dot(225 + i * 28, 345, 2.6), Color.WHITE, .9);
    }
    body.line(
        Phase.DETAIL,
        "a gauge",
        Curve.of("M222 384h22l6 -12l8 20l8 -14l5 6h20"),
        skin.shade(),
        4,
        .9);
  }

  private void face() {
    Shape screen = Shapes.box(158, 156, 196, 112, 44);
    Form face =
        sketch
            .form(
                "screen",
                screen,
                new Tone(SCREEN, new Color(0x171c2c), new Color(0x57668a), SCREEN))
            .shade(.1);
    face.patch(
        Phase.DETAIL,
        "a gleam on the screen",
        Curve.of("M176 150L226 150L190 280L150 280Z"),
        new Color(0x8ea3c8),
        .2);
    Color glow = new Color(0xffe9b8);
    for (double x : new double[] {210, 302}) {
      sketch.fill(Phase.EYES, "the eyes open", Shapes.oval(x, 206, 27, 31), new Color(0xfff1cf), 1);
    }
    new Face(sketch, subject, pose).eyes(glow, SCREEN).blush(84, 240);
    sketch.line(Phase.FACE, "the sleeping face", Curve.of("M242 246Q256 258 270 246"), glow, 5, 1);
  }
}
