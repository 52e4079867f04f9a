package dev.hatchery.avatar.painter.bodies;

import dev.hatchery.avatar.painter.Curve;
import dev.hatchery.avatar.painter.Form;
import dev.hatchery.avatar.painter.Habitat;
import dev.hatchery.avatar.painter.Held;
import dev.hatchery.avatar.painter.Phase;
import dev.hatchery.avatar.painter.Shapes;
import dev.hatchery.avatar.painter.Signature;
import dev.hatchery.avatar.painter.Sketch;
import dev.hatchery.avatar.painter.Subject;
import dev.hatchery.avatar.painter.Tone;
import dev.hatchery.avatar.painter.parts.Face;
import dev.hatchery.avatar.painter.parts.HeldThing;
import dev.hatchery.avatar.painter.parts.Pose;
import dev.hatchery.avatar.painter.parts.Signatures;
import dev.hatchery.avatar.painter.parts.WornThing;
import java.awt.Color;

/** A golem: four boulders, moss on top, cracks and small plants. */
final class Boulders {
  private static final Pose POSE = new Pose(256, 118, 92, 41, 226, 21, 24, 268, 286, 88, 386, 60);

  private final Sketch sketch;
  private final Subject subject;
  private final Tone stone;
  private final Tone moss;

  Boulders(Sketch sketch, Subject subject) {
    this.sketch = sketch;
    this.subject = subject;
    this.stone = subject.skin();
    this.moss =
        switch (subject.habitat()) {
          case SNOW_FIELD -> Tone.of("#eef4fb");
          case EMBER_CANYON -> Tone.of("#e0632f");
          case CRYSTAL_CAVE, SPACE -> Tone.of("#8a74d0");
          default -> Tone.of("#5f9a46");
        };
  }

  void draw() {
    WornThing.behind(sketch, subject, POSE);
    sketch
        .form(
            "left arm",
            Curve.of(
                "M138 300C104 304 88 340 96 376C102 402 128 410 144 394C160 376 166 320 138 300Z"),
            stone.back())
        .shade(.22)
        .light(.12);
    sketch
        .form(
            "right arm",
            Curve.of(
                "M374 300C408 304 424 340 416 376C410 402 384 410 368 394C352 376 346 320 374 300Z"),
            stone.back().back())
        .shade(.22)
        .light(.1);
    Form body =
        sketch.form(
            "body",
            Curve.of(
                "M256 232C328 228 376 280 378 348C380 412 330 440 256 440C182 440 132 412 134 348C136 280 184 236 256 232Z"),
            stone.back());
    body.shade(.16).light(.07);
    body.patch(
        Phase.FORM, "shade below the head", Shapes.oval(256, 272, 118, 44), stone.shade(), .5);
    cracks(body);
    WornThing.atNeck(sketch, subject, POSE);
    Form head =
        sketch.form(
            "head",
            Curve.of(
                "M202 148C232 126 296 126 322 152C350 178 354 240 330 268C306 292 212 294 184 270C156 244 166 172 202 148Z"),
            stone);
    head.shade(.18).light(.1);
    head.patch(
        Phase.DETAIL, "hollows of the eyes", Shapes.oval(215, 228, 30, 28), stone.line(), .75);
    head.patch(
        Phase.DETAIL, "hollows of the eyes", Shapes.oval(297, 228, 30, 28), stone.line(), .75);
    moss();
    plants();
    new Face(sketch, subject, POSE).eyes(new Color(0xe9d48d), stone.shade()).mouth().blush(72, 258);
    Signature sign = subject.signature();
    Signatures.draw(sketch, sign == null ? Signature.SPROUT : sign, 258, 110);
    WornThing.onHead(sketch, subject, POSE);
    hold();
  }

  private void cracks(Form body) {
    for (String crack :
        new String[] {
          "M236 356l18 20l-8 24", "M308 380l-12 18", "M202 392l12 10", "M330 330l10 16l-6 12"
        }) {
      body.line(
          Phase.DETAIL,
          "cracks",
          Curve.of(crack),
          subject.habitat() == Habitat.EMBER_CANYON ? new Color(0xffb04a) : stone.shade(),
          4.5,
          .95);
    }
    body.patch(Phase.DETAIL, "lichen", Shapes.oval(178, 388, 14, 9), moss.light(), .5);
    body.patch(Phase.DETAIL, "lichen", Shapes.oval(342, 392, 11, 7), moss.base(), .5);
  }

  private void moss() {
    Form cap =
        sketch.form(
            "moss on the head",
            Curve.of(
                "M178 192C160 150 196 104 256 104C318 104 354 148 336 194C330 208 318 204 314 192C308 180 298 184 296 196C292 216 276 214 274 198C270 184 258 186 254 198C250 214 234 212 232 196C230 182 218 184 214 198C208 212 186 210 178 192Z"),
            moss);
    cap.shade(.16).light(.1);
    sketch
        .form(
            "moss on the shoulder",
            Curve.of(
                "M132 320C140 280 176 258 200 262C190 274 196 286 184 290C172 292 176 308 162 310C150 312 150 330 132 320Z"),
            moss)
        .shade(.2)
        .light(.1);
    sketch
        .form(
            "moss on the shoulder",
            Curve.of(
                "M380 324C374 284 340 258 314 264C322 276 318 286 330 290C342 294 338 308 352 312C362 314 362 332 380 324Z"),
            moss.back())
        .shade(.2)
        .light(.1);
  }

  private void plants() {
    Color berry = moss.light();
    for (double[] b :
        new double[][] {{190, 430, 14}, {210, 436, 10}, {324, 432, 12}, {172, 438, 9}}) {
      sketch.fill(Phase.DETAIL, "small round plants", Shapes.dot(b[0], b[1], b[2]), berry, 1);
      sketch.fill(
          Phase.DETAIL,
          "small round plants",
          Shapes.dot(b[0] - b[2] * .3, b[1] - b[2] * .35, b[2] * .28),
          new Color(0xfff3dd),
          1);
    }
    sketch.line(
        Phase.DETAIL,
        "a mushroom on the shoulder",
        Curve.of("M352 282v-20"),
        new Color(0xf4ead2),
        9,
        1);
    sketch.fill(
        Phase.DETAIL,
        "a mushroom on the shoulder",
        Curve.of("M328 264C328 242 342 234 353 234C366 234 378 244 378 264Z"),
        new Color(0xe2604a),
        1);
    for (double[] d : new double[][] {{344, 250, 4}, {360, 244, 3.4}, {366, 257, 3}}) {
      sketch.fill(
          Phase.DETAIL,
          "a mushroom on the shoulder",
          Shapes.dot(d[0], d[1], d[2]),
          new Color(0xfff3dd),
          1);
    }
  }

  private void hold() {
    Held held = subject.held();
    if (held != null) {
      boolean side = held.atSide();
      HeldThing.draw(sketch, subject, held, side ? 404 : 256, 372, 1);
      sketch
          .form("hand", Shapes.oval(side ? 398 : 214, 384, 23, 20), stone.deep())
          .shade(.25)
          .light(.14);
      sketch
          .form("hand", Shapes.oval(side ? 112 : 298, 384, 23, 20), stone.deep())
          .shade(.25)
          .light(.14);
    }
  }
}
