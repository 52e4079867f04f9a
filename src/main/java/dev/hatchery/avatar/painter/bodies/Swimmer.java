package dev.hatchery.avatar.painter.bodies;

import dev.hatchery.avatar.painter.Build;
import dev.hatchery.avatar.painter.Curve;
import dev.hatchery.avatar.painter.Form;
import dev.hatchery.avatar.painter.Phase;
import dev.hatchery.avatar.painter.Shapes;
import dev.hatchery.avatar.painter.Signature;
import dev.hatchery.avatar.painter.Sketch;
import dev.hatchery.avatar.painter.Species;
import dev.hatchery.avatar.painter.Subject;
import dev.hatchery.avatar.painter.Tone;
import dev.hatchery.avatar.painter.parts.Face;
import dev.hatchery.avatar.painter.parts.HeldThing;
import dev.hatchery.avatar.painter.parts.HornPair;
import dev.hatchery.avatar.painter.parts.Pose;
import dev.hatchery.avatar.painter.parts.Signatures;
import dev.hatchery.avatar.painter.parts.WornThing;
import java.awt.Color;
import java.awt.Shape;

/** Fish and whales, seen from the front and a little from the side, afloat. */
final class Swimmer {
  private static final String FISH =
      "M256 122C344 122 398 182 398 264C398 344 344 398 256 398C168 398 114 344 114 264C114 182 168 122 256 122Z";
  private static final String WHALE =
      "M250 130C350 126 410 186 412 270C414 354 350 404 250 404C150 404 92 352 92 284C92 196 158 134 250 130Z";

  private final Sketch sketch;
  private final Subject subject;
  private final Tone skin;
  private final boolean whale;
  private final Pose pose;

  Swimmer(Sketch sketch, Subject subject) {
    this.sketch = sketch;
    this.subject = subject;
    this.skin = subject.skin();
    this.whale = subject.species() == Species.WHALE;
    this.pose =
        new Pose(
            256,
            126,
            122,
            whale ? 74 : 60,
            whale ? 242 : 226,
            24,
            29,
            whale ? 286 : 278,
            336,
            112,
            366,
            60);
  }

  void draw() {
    if (subject.build().horns() == Build.Horns.UNICORN) {
      HornPair.inFront(sketch, subject, 138);
    } else if (whale) {
      spout();
    } else if (subject.signature() != null) {
      Signatures.draw(sketch, subject.signature(), 256, 110);
    }
    tail();
    Form body = sketch.form("body", Curve.of(whale ? WHALE : FISH), skin);
    Tone pale = skin.pale();
    body.patch(
        Phase.COLOUR,
        "belly",
        whale
            ? Curve.of("M80 300C160 330 340 330 430 290V430H80Z")
            : Shapes.oval(248, 360, 100, 66),
        pale.base(),
        .95);
    body.shade(.15).light(.07).bounce();
    if (whale) {
      grooves(body, pale);
    } else {
      scales(body);
    }
    fins();
    new Face(sketch, subject, pose).eyes().mouth().blush(whale ? 104 : 92, pose.eyeY() + 38);
    WornThing.atNeck(sketch, subject, pose);
    WornThing.onHead(sketch, subject, pose);
    if (subject.held() != null) {
      boolean side = subject.held().atSide();
      HeldThing.draw(sketch, subject, subject.held(), side ? 418 : 252, side ? 356 : 366, .95);
    }
  }

  private void tail() {
    if (whale) {
      sketch
          .form(
              "tail",
              Curve.of(
                  "M372 360C420 356 440 320 440 272C420 262 402 240 404 208C428 204 446 214 456 228C466 210 486 200 506 208C506 240 490 262 470 272C472 350 436 406 372 404Z"),
              skin.back())
          .shade(.12)
          .light(.05);
      return;
    }
    Form tail =
        sketch.form(
            "tail",
            Curve.of(
                "M372 262C410 232 440 196 480 190C478 220 470 244 456 262C472 282 480 308 480 338C440 330 408 296 372 268Z"),
            subject.accent());
    tail.shade(.2).light(.08);
    tail.line(
        Phase.DETAIL,
        "rays of the tail",
        Curve.of("M396 258C424 240 446 220 464 206M398 264H446M396 270C424 288 446 308 464 324"),
        subject.accent().light(),
        4,
        .6);
    Form top =
        sketch.form(
            "back fin",
            Curve.of(
                "M176 162C176 116 214 84 262 82C256 94 262 100 272 104C290 96 310 96 330 108C322 120 334 140 338 158Z"),
            subject.accent());
    top.shade(.2).light(.1);
    top.line(
        Phase.DETAIL,
        "rays of the fin",
        Curve.of("M214 140L236 100M252 132L262 104M290 134L300 110"),
        subject.accent().shade(),
        4,
        .5);
  }

  private void fins() {
    Tone tone = whale ? skin.deep() : subject.accent();
    Shape left =
        Curve.of(
            "M132 316C96 316 68 344 60 384C72 392 86 388 94 384C98 394 112 398 122 390C134 386 152 362 156 340Z");
    sketch.form("fin", left, tone).shade(.18).light(.1);
    sketch.form("fin", Shapes.mirrored(left), tone.back()).shade(.2);
  }

  private void scales(Form body) {
    for (int row = 0; row < 3; row++) {
      for (int i = 0; i < 5 - row % 2; i++) {
        double x = 168 + i * 42 + (row % 2) * 21;
        body.line(
            Phase.DETAIL,
            "scales",
            Curve.of("M" + x + " " + (312 + row * 24) + "q12 16 24 0"),
            skin.shade(),
            4,
            .45);
      }
    }
    for (double[] s : new double[][] {{228, 150, 12}, {262, 142, 9}, {292, 152, 13}}) {
      body.patch(
          Phase.DETAIL, "spots", Shapes.oval(s[0], s[1], s[2], s[2] * .8), skin.deep().base(), .6);
    }
  }

  private void grooves(Form body, Tone pale) {
    for (int i = 0; i < 6; i++) {
      double x = 156 + i * 40;
      body.line(
          Phase.DETAIL,
          "grooves of the throat",
          Curve.of("M" + x + " 334C" + (x + 2) + " 360 " + (x + 6) + " 384 " + (x + 14) + " 402"),
          pale.shade(),
          4,
          .7);
    }
    for (double[] s :
        new double[][] {
          {180, 172, 7}, {204, 160, 4}, {330, 168, 6}, {352, 184, 4}, {306, 156, 3}, {160, 196, 4}
        }) {
      body.patch(Phase.DETAIL, "pale spots", Shapes.dot(s[0], s[1], s[2]), skin.light(), .7);
    }
  }

  private void spout() {
    Color water = new Color(0xcdeefc);
    sketch.line(
        Phase.DETAIL,
        "the spout",
        Curve.of(
            "M250 136C250 110 248 96 244 84M244 84C236 62 206 58 196 82M244 84C250 58 284 54 296 80"),
        water,
        11,
        .85);
    sketch.fill(Phase.DETAIL, "the spout", Shapes.dot(194, 98, 7), water, .9);
    sketch.fill(Phase.DETAIL, "the spout", Shapes.dot(298, 98, 8), water, .9);
    sketch.fill(Phase.DETAIL, "the spout", Shapes.dot(246, 52, 6), water, .9);
    if (subject.signature() == Signature.STAR) {
      sketch.fill(
          Phase.DETAIL,
          "a star on the spout",
          Shapes.star(246, 50, 24, 11, 5),
          new Color(0xffd75e),
          1);
    }
  }
}
