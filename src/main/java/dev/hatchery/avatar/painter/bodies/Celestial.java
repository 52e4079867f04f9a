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
import dev.hatchery.avatar.painter.parts.WornThing;
import java.awt.Color;
import java.awt.Shape;

/** Star, moon and sun: a shining body that is all head. */
final class Celestial {
  private final Sketch sketch;
  private final Subject subject;
  private final Tone skin;
  private final Pose pose = new Pose(256, 112, 108, 46, 236, 23, 28, 278, 330, 90, 366, 60);

  Celestial(Sketch sketch, Subject subject) {
    this.sketch = sketch;
    this.subject = subject;
    this.skin = subject.skin();
  }

  void draw() {
    for (int ring = 0; ring < 3; ring++) {
      sketch.fill(
          Phase.DETAIL, "its glow", Shapes.dot(256, 250, 214 - ring * 22), skin.light(), .09);
    }
    Form body =
        switch (subject.species()) {
          case MOON -> moon();
          case SUN -> sun();
          default -> star();
        };
    body.bounce();
    new Face(sketch, subject, pose).eyes().mouth().blush(76, 272);
    WornThing.atNeck(sketch, subject, pose);
    WornThing.onHead(sketch, subject, pose);
    Grip.draw(sketch, subject, skin.back(), 356, subject.species() == Species.STAR ? 96 : 128);
  }

  private Form star() {
    for (int side = -1; side <= 1; side += 2) {
      sketch
          .form("foot", Shapes.oval(256 + side * 84, 424, 30, 17), skin.deep())
          .shade(.2)
          .light(.12);
    }
    Form body =
        sketch.form(
            "body",
            Curve.of(
                "M256 84C272 84 284 108 300 146C306 160 316 168 332 170C380 174 420 178 426 194C432 210 404 236 374 262C362 274 358 288 362 304C372 350 380 394 366 406C350 416 312 394 280 372C264 362 248 362 232 372C200 394 162 416 146 406C132 394 140 350 150 304C154 288 150 274 138 262C108 236 80 210 86 194C92 178 132 174 180 170C196 168 206 160 212 146C228 108 240 84 256 84Z"),
            skin);
    body.shade(.12).light(.07);
    glints(body);
    return body;
  }

  private Form moon() {
    Form body = sketch.form("body", Shapes.dot(256, 266, 152), skin);
    body.patch(Phase.COLOUR, "the grey seas", Shapes.oval(190, 170, 70, 44), skin.shade(), .22);
    body.patch(Phase.COLOUR, "the grey seas", Shapes.oval(330, 356, 84, 46), skin.shade(), .22);
    body.patch(Phase.COLOUR, "the pale face", Shapes.oval(252, 256, 92, 70), skin.light(), .35);
    body.shade(.17).light(.07);
    for (double[] c :
        new double[][] {
          {168, 190, 22},
          {344, 330, 28},
          {300, 152, 14},
          {184, 358, 20},
          {256, 392, 12},
          {362, 250, 12}
        }) {
      body.patch(Phase.DETAIL, "craters", Shapes.dot(c[0], c[1], c[2]), skin.shade(), .4);
      body.patch(
          Phase.DETAIL,
          "craters",
          Shapes.without(Shapes.dot(c[0], c[1], c[2]), Shapes.dot(c[0] + 4, c[1] + 4, c[2])),
          skin.deep().shade(),
          .35);
    }
    return body;
  }

  private Form sun() {
    for (int ray = 0; ray < 12; ray++) {
      Shape flame =
          Shapes.turned(
              Curve.of("M226 130C240 108 242 92 256 66C270 92 272 108 286 130Z"),
              ray * 30,
              256,
              262);
      sketch.form("rays", flame, ray % 2 == 0 ? skin.back() : Tone.of(skin.light())).light(.1);
    }
    Form body = sketch.form("body", Shapes.dot(256, 262, 142), skin).shade(.16).light(.07);
    glints(body);
    return body;
  }

  private void glints(Form body) {
    for (double[] s :
        new double[][] {
          {220, 168, 7}, {296, 172, 5}, {180, 300, 5}, {332, 304, 7}, {256, 344, 5}, {256, 140, 6}
        }) {
      body.patch(Phase.DETAIL, "glints", Shapes.spark(s[0], s[1], s[2] * 2), Color.WHITE, .85);
    }
    for (double[] s : new double[][] {{198, 330, 6}, {312, 334, 5}, {228, 352, 4}, {288, 352, 4}}) {
      body.patch(Phase.DETAIL, "freckles", Shapes.dot(s[0], s[1], s[2]), skin.deep().base(), .6);
    }
  }
}
