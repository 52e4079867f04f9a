package dev.hatchery.avatar.painter.bodies;

import dev.hatchery.avatar.painter.Curve;
import dev.hatchery.avatar.painter.Form;
import dev.hatchery.avatar.painter.Habitat;
import dev.hatchery.avatar.painter.Held;
import dev.hatchery.avatar.painter.Phase;
import dev.hatchery.avatar.painter.Shapes;
import dev.hatchery.avatar.painter.Sketch;
import dev.hatchery.avatar.painter.Subject;
import dev.hatchery.avatar.painter.Tone;
import dev.hatchery.avatar.painter.Worn;
import dev.hatchery.avatar.painter.parts.Face;
import dev.hatchery.avatar.painter.parts.HeldThing;
import dev.hatchery.avatar.painter.parts.Pose;
import dev.hatchery.avatar.painter.parts.Signatures;
import dev.hatchery.avatar.painter.parts.WornThing;
import java.awt.Color;

/** A snail: a foot, a shell with a spiral, two eyes on stalks, something on the shell. */
final class Snail {
  private static final String FOOT =
      "M92 436C92 404 120 396 146 398C140 352 132 300 150 262C162 238 200 240 208 268C216 304 206 350 226 372C280 392 370 372 412 414C424 428 416 438 396 438Z";
  private static final String SHELL =
      "M218 344C218 280 262 240 314 240C368 240 408 284 408 340C408 384 380 410 330 410C280 410 218 400 218 344Z";

  private final Sketch sketch;
  private final Subject subject;
  private final Tone skin;
  private final Tone shell;
  private final Pose pose = new Pose(170, 150, 62, 40, 178, 18, 20, 308, 320, 44, 372, 40);

  Snail(Sketch sketch, Subject subject) {
    this.sketch = sketch;
    this.subject = subject;
    this.skin = subject.skin();
    this.shell =
        Tone.of("#e8a65c").equals(skin)
            ? subject.accent()
            : Tone.of(warm(subject) ? "#e8a65c" : "#d98a8f");
  }

  private static boolean warm(Subject subject) {
    Color c = subject.skin().base();
    return c.getBlue() > c.getRed() - 40 || c.getGreen() > c.getRed();
  }

  void draw() {
    if (tower()) {
      lighthouse();
    } else if (subject.signature() != null) {
      Signatures.draw(sketch, subject.signature(), 316, 246);
    }
    for (double[] stalk : new double[][] {{150, 270, 130}, {196, 268, 210}}) {
      sketch.line(
          Phase.COLOUR,
          "stalks",
          Curve.of(
              "M"
                  + stalk[0]
                  + " "
                  + stalk[1]
                  + "C"
                  + (stalk[0] * .7 + stalk[2] * .3)
                  + " 236 "
                  + stalk[2]
                  + " 214 "
                  + stalk[2]
                  + " 184"),
          skin.back().base(),
          17,
          1);
    }
    Form foot = sketch.form("foot", Curve.of(FOOT), skin).shade(.09).light(.05);
    for (double[] s :
        new double[][] {
          {290, 424, 4}, {330, 428, 3}, {250, 422, 3}, {180, 422, 4}, {212, 428, 3}, {366, 424, 4}
        }) {
      foot.patch(Phase.DETAIL, "spots", Shapes.dot(s[0], s[1], s[2]), skin.shade(), .8);
    }
    Form house = sketch.form("shell", Curve.of(SHELL), shell).round().bounce();
    house.line(
        Phase.DETAIL,
        "the spiral",
        Curve.of(
            "M318 340C318 324 296 324 294 342C292 368 334 372 344 340C352 300 296 284 268 318C244 350 266 396 322 394"),
        shell.shade(),
        10,
        1);
    house.line(
        Phase.DETAIL,
        "lines of the shell",
        Curve.of("M352 262C376 278 392 304 394 334M366 300C374 314 378 330 374 346"),
        shell.shade(),
        4,
        .5);
    face();
    if (subject.held() != null && !tower()) {
      HeldThing.draw(
          sketch,
          subject,
          subject.held(),
          subject.held().atSide() ? 118 : 150,
          subject.held().atSide() ? 350 : 374,
          .72);
    }
    WornThing.atNeck(
        sketch, subject, new Pose(176, 150, 62, 40, 178, 18, 20, 308, 322, 40, 372, 40));
  }

  private boolean tower() {
    return subject.habitat() == Habitat.BLUE_COAST && subject.held() == Held.LANTERN;
  }

  private void face() {
    for (double x : new double[] {130, 210}) {
      sketch.form("eyeball", Shapes.dot(x, 178, 27), Tone.of(skin.light())).shade(.12).light(.08);
    }
    new Face(sketch, subject, pose).eyes();
    new Face(sketch, subject, new Pose(178, 150, 62, 40, 178, 18, 20, 306, 320, 44, 372, 40))
        .mouth()
        .blush(21, 296);
    if (subject.worn() == Worn.GLASSES) {
      WornThing.onHead(sketch, subject, pose);
    } else {
      WornThing.onHead(
          sketch, subject, new Pose(176, 240, 40, 40, 178, 18, 20, 308, 320, 44, 372, 40));
    }
  }

  private void lighthouse() {
    Color red = new Color(0xd2544a);
    Color iron = new Color(0x274b63);
    Form tower =
        sketch.form(
            "the lighthouse", Curve.of("M282 256L292 124H340L352 256Z"), Tone.of("#f7efdd"));
    tower.patch(Phase.COLOUR, "red bands", Curve.of("M280 216L352 206L355 234L280 244Z"), red, 1);
    tower.patch(Phase.COLOUR, "red bands", Curve.of("M285 160L348 152L350 178L284 188Z"), red, 1);
    tower.shade(.2);
    sketch.fill(Phase.DETAIL, "the lighthouse's gallery", Shapes.box(282, 112, 68, 13, 5), iron, 1);
    sketch.fill(
        Phase.DETAIL,
        "the lighthouse's lamp",
        Shapes.box(296, 76, 40, 38, 0),
        new Color(0xffe9a3),
        1);
    sketch.fill(
        Phase.DETAIL, "the lighthouse's roof", Curve.of("M290 78C294 52 338 52 342 78Z"), red, 1);
    sketch.fill(Phase.DETAIL, "the lighthouse's roof", Shapes.dot(316, 50, 6), red, 1);
    sketch.line(
        Phase.DETAIL, "the lighthouse's lamp", Curve.of("M309 76v38M323 76v38"), iron, 3, 1);
    sketch.fill(
        Phase.DETAIL,
        "the lighthouse's door",
        Curve.of("M306 256V236C306 222 326 222 326 236V256Z"),
        iron,
        1);
    sketch.fill(
        Phase.EYES,
        "the eyes open",
        Curve.of("M336 84L512 30V150L336 108Z"),
        new Color(0xfff0b0),
        .42);
    sketch.fill(
        Phase.EYES,
        "the eyes open",
        Curve.of("M296 84L60 60V128L296 106Z"),
        new Color(0xfff0b0),
        .16);
  }
}
