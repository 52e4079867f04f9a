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

/** Bees, moths and beetles: a large head, a small body, wings, feelers. */
final class Insect {
  private static final String HEAD =
      "M256 122C330 122 372 166 372 216C372 268 328 292 256 292C184 292 140 268 140 216C140 166 182 122 256 122Z";

  private final Sketch sketch;
  private final Subject subject;
  private final Tone skin;
  private final Tone dark;
  private final Pose pose = new Pose(256, 122, 116, 54, 210, 24, 29, 256, 284, 70, 376, 52);

  Insect(Sketch sketch, Subject subject) {
    this.sketch = sketch;
    this.subject = subject;
    this.skin = subject.skin();
    this.dark = Tone.of("#4a3d4c");
  }

  void draw() {
    if (subject.species() == Species.SPIDER) {
      legs();
    } else {
      wings();
    }
    if (subject.signature() != null) {
      Signatures.draw(sketch, subject.signature(), 256, 126);
    }
    if (subject.species() != Species.SPIDER) {
      feelers();
    }
    Form body = body();
    body.patch(Phase.FORM, "shade below the head", Shapes.oval(256, 278, 96, 36), skin.shade(), .5);
    WornThing.atNeck(sketch, subject, pose);
    boolean beetle = subject.species() == Species.BEETLE;
    Form head = sketch.form("head", Curve.of(HEAD), beetle ? dark : skin).round();
    head.bounce();
    if (beetle) {
      head.patch(
          Phase.COLOUR,
          "the pale face",
          Curve.of(
              "M256 150C300 150 346 176 346 226C346 270 306 284 256 284C206 284 166 270 166 226C166 176 212 150 256 150Z"),
          skin.pale().base(),
          1);
    }
    for (double[] s : new double[][] {{228, 146, 5}, {284, 146, 5}, {256, 138, 6}}) {
      head.patch(
          Phase.DETAIL,
          "small spots",
          Shapes.dot(s[0], s[1], s[2]),
          beetle ? skin.base() : skin.deep().base(),
          .8);
    }
    new Face(sketch, subject, pose).eyes().mouth().blush(86, 246);
    WornThing.onHead(sketch, subject, pose);
    Grip.draw(sketch, subject, dark, 366, 76);
  }

  private void legs() {
    String[] legs = {
      "M210 330C160 290 110 296 78 336",
      "M204 352C150 330 100 350 76 396",
      "M206 372C160 366 128 388 112 424",
      "M214 316C170 262 120 244 70 262"
    };
    for (String leg : legs) {
      Shape line = Curve.of(leg);
      sketch
          .form("legs", Sketch.pen(15).createStrokedShape(line), skin.back())
          .shade(.03)
          .light(.02);
      sketch
          .form("legs", Sketch.pen(15).createStrokedShape(Shapes.mirrored(line)), skin.deep())
          .shade(.03);
    }
  }

  private void feelers() {
    for (int side = -1; side <= 1; side += 2) {
      Shape feeler =
          Curve.of(
              "M"
                  + (256 + side * 44)
                  + " 136C"
                  + (256 + side * 54)
                  + " 96 "
                  + (256 + side * 84)
                  + " 76 "
                  + (256 + side * 104)
                  + " 84");
      sketch.line(Phase.COLOUR, "feelers", feeler, dark.base(), 7, 1);
      sketch.fill(
          Phase.COLOUR,
          "feelers",
          Shapes.dot(256 + side * 106, 86, 11),
          subject.species() == Species.BEE ? dark.base() : subject.accent().base(),
          1);
    }
  }

  private Form body() {
    boolean beetle = subject.species() == Species.BEETLE;
    for (int side = -1; side <= 1; side += 2) {
      sketch.form("foot", Shapes.oval(256 + side * 36, 430, 24, 13), dark).shade(.2).light(.14);
    }
    Form body =
        sketch.form(
            "body",
            Curve.of(
                "M256 256C312 256 344 306 344 352C344 402 306 430 256 430C206 430 168 402 168 352C168 306 200 256 256 256Z"),
            skin);
    if (subject.species() == Species.BEE) {
      for (double y : new double[] {312, 358, 404}) {
        body.line(
            Phase.COLOUR,
            "stripes",
            Curve.of("M156 " + y + "Q256 " + (y + 22) + " 356 " + y),
            dark.base(),
            21,
            1);
      }
    }
    body.shade(.18).light(.08);
    if (beetle) {
      body.line(
          Phase.DETAIL, "the seam of the wings", Curve.of("M256 270V432"), dark.base(), 5, .9);
      for (double[] s :
          new double[][] {
            {212, 322, 15},
            {300, 322, 15},
            {198, 368, 12},
            {314, 368, 12},
            {226, 402, 10},
            {286, 402, 10}
          }) {
        body.patch(Phase.DETAIL, "spots", Shapes.dot(s[0], s[1], s[2]), dark.base(), .95);
      }
    } else {
      for (int i = 0; i < 7; i++) {
        body.line(
            Phase.DETAIL,
            "down",
            Curve.of("M" + (204 + i * 17) + " " + (330 + i % 3 * 22) + "q4 9 10 8"),
            skin.light(),
            4,
            .6);
      }
    }
    return body;
  }

  private void wings() {
    boolean moth = subject.species() == Species.MOTH;
    String upper =
        moth
            ? "M214 300C190 222 120 168 44 176C28 230 64 306 120 330C156 342 196 330 214 300Z"
            : "M206 318C176 250 116 214 66 230C46 268 84 324 140 338C170 344 196 336 206 318Z";
    String lower =
        moth
            ? "M208 318C156 316 96 342 88 396C104 428 152 430 180 404C200 382 210 350 208 318Z"
            : "M204 330C164 322 116 340 108 374C122 400 166 396 188 376C200 362 206 346 204 330Z";
    Tone tone = moth ? subject.accent() : Tone.of("#d8eef6");
    for (String path : new String[] {lower, upper}) {
      wing(Curve.of(path), tone, moth);
      wing(Shapes.mirrored(Curve.of(path)), tone.back(), moth);
    }
    if (moth) {
      for (double x : new double[] {98, 414}) {
        sketch.fill(
            Phase.DETAIL, "eyes of the wings", Shapes.dot(x, 242, 25), skin.pale().base(), .9);
        sketch.fill(Phase.DETAIL, "eyes of the wings", Shapes.dot(x, 242, 14), skin.shade(), .9);
        sketch.fill(Phase.DETAIL, "eyes of the wings", Shapes.dot(x - 4, 236, 5), Color.WHITE, .9);
        sketch.fill(
            Phase.DETAIL,
            "eyes of the wings",
            Shapes.dot(x < 256 ? 136 : 376, 380, 14),
            skin.pale().base(),
            .8);
      }
    } else {
      Shape veins =
          Curve.of(
              "M200 318C164 278 120 250 82 244M176 332C148 320 116 296 94 272M190 350C166 352 138 358 122 370");
      sketch.line(Phase.DETAIL, "veins of the wings", veins, Color.WHITE, 3, .75);
      sketch.line(Phase.DETAIL, "veins of the wings", Shapes.mirrored(veins), Color.WHITE, 3, .6);
    }
  }

  private void wing(Shape shape, Tone tone, boolean dense) {
    Form wing = sketch.form("wing", shape, tone).shade(.12).light(.07);
    if (dense) {
      wing.line(Phase.COLOUR, "hem of the wings", shape, tone.deep().base(), 15, .8);
    }
  }
}
