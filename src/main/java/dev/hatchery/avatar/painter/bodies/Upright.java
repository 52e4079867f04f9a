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
import java.awt.Shape;

/** Birds: one upright oval for head and body, wings at the sides, a beak. */
final class Upright {
  private static final String BODY =
      "M256 116C338 116 372 186 372 280C372 376 330 436 256 436C182 436 140 376 140 280C140 186 174 116 256 116Z";
  private static final String WING =
      "M146 244C118 286 112 356 138 404C152 396 176 352 178 300C178 272 166 246 146 244Z";
  private static final Color BEAK = new Color(0xf0a63a);

  private final Sketch sketch;
  private final Subject subject;
  private final Tone skin;
  private final boolean owl;
  private final Pose pose;

  Upright(Sketch sketch, Subject subject) {
    this.sketch = sketch;
    this.subject = subject;
    this.skin = subject.skin();
    this.owl = subject.species() == Species.OWL;
    double dx = owl ? 52 : 50;
    this.pose =
        new Pose(256, 116, 104, dx, 212, owl ? 27 : 22, owl ? 29 : 26, 262, 298, 96, 376, 60);
  }

  void draw() {
    WornThing.behind(sketch, subject, pose);
    if (subject.signature() != null) {
      Signatures.draw(sketch, subject.signature(), 256, 122);
    }
    behind();
    Form body =
        sketch.form("body", owl ? Curve.of(BODY) : Curve.fit(BODY, 136, 112, 240, 322), skin);
    belly(body);
    body.shade(.17).light(.075).bounce();
    if (owl) {
      plates(body);
    } else {
      feathers(body);
    }
    wings();
    face();
    WornThing.atNeck(sketch, subject, pose);
    WornThing.onHead(sketch, subject, pose);
    if (subject.held() != null) {
      Grip.draw(sketch, subject, skin.deep(), 372, 106);
    }
  }

  private void behind() {
    for (double x : new double[] {212, 236, 276, 300}) {
      sketch.line(Phase.COLOUR, "feet", Curve.of("M" + x + " 424V443"), new Color(0xb8702b), 10, 1);
    }
    if (subject.mechanical()) {
      sketch.line(
          Phase.COLOUR, "the winding key", Shapes.dot(420, 250, 25), new Color(0xc9973f), 15, 1);
      sketch.line(
          Phase.COLOUR, "the winding key", Shapes.dot(420, 310, 25), new Color(0xc9973f), 15, 1);
      sketch.fill(
          Phase.COLOUR, "the winding key", Shapes.box(360, 270, 50, 20, 5), new Color(0xa87830), 1);
    }
    if (owl) {
      sketch
          .form(
              "tuft",
              Curve.of("M160 176C138 130 146 92 160 72C184 90 214 108 226 124Z"),
              skin.back())
          .shade(.2)
          .light(.12);
      sketch
          .form(
              "tuft",
              Curve.of("M352 176C374 130 366 92 352 72C328 90 298 108 286 124Z"),
              skin.deep())
          .shade(.2);
    } else if (subject.species() == Species.BIRD) {
      sketch
          .form(
              "tail feathers",
              Curve.of(
                  "M330 400C380 410 420 396 448 360C436 352 430 354 424 356C430 344 430 336 428 326C404 346 372 352 340 350Z"),
              subject.accent())
          .shade(.2)
          .light(.08);
    }
    if (subject.species() == Species.BIRD && subject.signature() == null) {
      sketch
          .form(
              "crest",
              Curve.of(
                  "M228 128C204 102 206 78 220 64C226 80 236 86 244 88C244 70 252 56 266 48C268 66 274 76 282 86C290 78 298 76 306 76C306 96 298 114 286 128Z"),
              subject.accent())
          .shade(.2)
          .light(.1);
    }
  }

  private void belly(Form body) {
    Tone pale = skin.pale();
    if (subject.species() == Species.PENGUIN) {
      body.patch(
          Phase.COLOUR,
          "white front",
          Curve.of(
              "M256 168C262 146 330 148 338 206C342 238 334 252 330 262C356 300 352 420 256 432C160 420 156 300 182 262C178 252 170 238 174 206C182 148 250 146 256 168Z"),
          new Color(0xfbf4ea),
          1);
    } else {
      body.patch(Phase.COLOUR, "belly", Shapes.oval(256, 362, 80, 84), pale.base(), owl ? .8 : .95);
    }
    if (!owl && subject.species() == Species.BIRD) {
      body.patch(Phase.COLOUR, "pale cheeks", Shapes.oval(196, 222, 48, 46), pale.base(), .6);
      body.patch(Phase.COLOUR, "pale cheeks", Shapes.oval(316, 222, 48, 46), pale.base(), .6);
    }
  }

  private void plates(Form body) {
    Tone plate = skin;
    for (int row = 0; row < 3; row++) {
      for (int i = 0; i < (row > 1 ? 3 : 4); i++) {
        double x = 190 + i * 44 + (row > 1 ? 22 : 0);
        double y = 332 + row * 32;
        Shape scale =
            Curve.of(
                "M" + (x - 19) + " " + (y - 10) + "h38c0 18 -9 28 -19 30c-10 -2 -19 -12 -19 -30Z");
        body.patch(
            Phase.DETAIL,
            subject.mechanical() ? "brass plates" : "feathers",
            scale,
            (row + i) % 3 == 0 ? plate.back().base() : plate.base(),
            1);
        body.line(
            Phase.DETAIL,
            subject.mechanical() ? "brass plates" : "feathers",
            scale,
            plate.shade(),
            2.5,
            .9);
        if (subject.mechanical()) {
          body.patch(Phase.DETAIL, "rivets", Shapes.dot(x, y - 3, 2.6), plate.line(), .9);
        }
      }
    }
  }

  private void feathers(Form body) {
    for (double[] at :
        new double[][] {
          {214, 330},
          {256, 326},
          {298, 330},
          {234, 358},
          {278, 358},
          {212, 388},
          {256, 386},
          {300, 388}
        }) {
      body.line(
          Phase.DETAIL,
          "small feathers",
          Curve.of("M" + (at[0] - 9) + " " + at[1] + "q9 9 18 0"),
          skin.pale().shade(),
          3.5,
          .6);
    }
  }

  private void wings() {
    Tone tone = owl ? skin.deep() : skin.back();
    Form left = sketch.form("wing", Curve.of(WING), tone).shade(.2).light(.1);
    Form right = sketch.form("wing", Shapes.mirrored(Curve.of(WING)), tone.back()).shade(.22);
    Shape rows = Curve.of("M128 300q20 12 44 0M124 330q22 12 46 0M126 360q18 10 36 0");
    left.line(Phase.DETAIL, "feathers of the wings", rows, tone.light(), 4, .55);
    right.line(Phase.DETAIL, "feathers of the wings", Shapes.mirrored(rows), tone.light(), 4, .4);
  }

  private void face() {
    if (owl) {
      for (double x : new double[] {204, 308}) {
        sketch.fill(Phase.COLOUR, "rings of the eyes", Shapes.dot(x, 212, 52), skin.shade(), 1);
        sketch.fill(
            Phase.COLOUR, "rings of the eyes", Shapes.dot(x, 212, 46), new Color(0xf8e8c4), 1);
        for (int i = 0; i < 12; i++) {
          Shape tick = Shapes.turned(Curve.of("M" + x + " 175V171"), i * 30, x, 212);
          sketch.line(
              Phase.DETAIL,
              subject.mechanical() ? "hours of the dials" : "fine feathers",
              tick,
              new Color(0x9a6a35),
              4,
              subject.mechanical() ? 1 : .45);
        }
      }
    }
    if (subject.mechanical()) {
      sketch.fill(Phase.DETAIL, "a gear", Shapes.gear(256, 146, 16, 8), skin.shade(), 1);
      sketch.fill(Phase.DETAIL, "a gear", Shapes.dot(256, 146, 7), skin.light(), 1);
    }
    boolean wide = subject.species() == Species.PENGUIN;
    Shape beak =
        wide
            ? Curve.of(
                "M232 240C244 230 268 230 280 240C278 256 266 264 256 266C246 264 234 256 232 240Z")
            : Curve.of("M256 228L278 250L256 280L234 250Z");
    sketch.fill(Phase.FACE, "the sleeping face", beak, BEAK, 1);
    sketch.fill(
        Phase.FACE,
        "the sleeping face",
        wide
            ? Curve.of(
                "M232 240C244 250 268 250 280 240C278 256 266 264 256 266C246 264 234 256 232 240Z")
            : Curve.of("M234 250H278L256 280Z"),
        new Color(0xb8622b),
        .6);
    Face face = new Face(sketch, subject, pose).eyes();
    if (owl) {
      face.blush(78, 270);
    } else {
      face.blush(78, 248);
    }
  }
}
