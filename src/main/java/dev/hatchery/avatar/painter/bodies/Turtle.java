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

/** A turtle: a head on a neck, a domed shell behind, four stout feet. */
final class Turtle {
  private final Sketch sketch;
  private final Subject subject;
  private final Tone skin;
  private final Tone shell;
  private final Pose pose = new Pose(256, 112, 106, 48, 196, 23, 28, 240, 290, 66, 378, 60);

  Turtle(Sketch sketch, Subject subject) {
    this.sketch = sketch;
    this.subject = subject;
    this.skin = subject.skin();
    this.shell = subject.accent();
  }

  void draw() {
    if (subject.signature() != null) {
      Signatures.draw(sketch, subject.signature(), 256, 116);
    }
    Form house =
        sketch.form(
            "shell",
            Curve.of(
                "M256 196C370 196 428 280 424 372C422 412 380 426 256 426C132 426 90 412 88 372C84 280 142 196 256 196Z"),
            shell);
    house.shade(.13).light(.07);
    plates(house);
    Form rim =
        sketch.form(
            "rim of the shell",
            Curve.of(
                "M92 352C130 372 170 330 178 300C150 330 120 340 92 352ZM84 366C100 396 412 396 428 366C440 392 424 426 388 430C320 440 192 440 124 430C88 426 72 392 84 366Z"),
            shell.deep());
    rim.shade(.1);
    for (double x : new double[] {130, 382}) {
      sketch
          .form("foot", Shapes.oval(x, 424, 42, 22), x < 256 ? skin.back() : skin.deep())
          .shade(.2)
          .light(.12);
    }
    Form chest =
        sketch.form(
            "chest",
            Curve.of(
                "M256 262C306 262 336 310 338 362C340 412 304 436 256 436C208 436 172 412 174 362C176 310 206 262 256 262Z"),
            skin.pale());
    chest.shade(.17).light(.08);
    chest.patch(
        Phase.FORM, "shade below the head", Shapes.oval(256, 276, 84, 34), skin.shade(), .5);
    for (int i = 0; i < 4; i++) {
      chest.line(
          Phase.DETAIL,
          "plates of the chest",
          Curve.of("M190 " + (326 + i * 26) + "Q256 " + (340 + i * 26) + " 322 " + (326 + i * 26)),
          skin.pale().shade(),
          4,
          .7);
    }
    chest.line(
        Phase.DETAIL, "plates of the chest", Curve.of("M256 306V432"), skin.pale().shade(), 4, .6);
    WornThing.atNeck(sketch, subject, pose);
    Form head =
        sketch
            .form(
                "head",
                Curve.of(
                    "M256 106C324 106 364 148 364 200C364 256 318 284 256 284C194 284 148 256 148 200C148 148 188 106 256 106Z"),
                skin)
            .round()
            .bounce();
    for (double[] s :
        new double[][] {
          {226, 130, 8}, {254, 122, 6}, {284, 132, 9}, {308, 146, 5}, {204, 146, 5}
        }) {
      head.patch(Phase.DETAIL, "spots", Shapes.dot(s[0], s[1], s[2]), skin.deep().base(), .7);
    }
    new Face(sketch, subject, pose).eyes().mouth().blush(80, 232);
    WornThing.onHead(sketch, subject, pose);
    Grip.draw(sketch, subject, skin.back(), 376, 84);
  }

  private void plates(Form house) {
    for (String plate :
        new String[] {
          "M112 330L136 270L170 268L180 310L146 350Z",
          "M146 256L184 218L214 236L180 262Z",
          "M400 330L376 270L342 268L332 310L366 350Z",
          "M366 256L328 218L298 236L332 262Z"
        }) {
      house.patch(Phase.DETAIL, "plates of the shell", Curve.of(plate), shell.light(), .45);
      house.line(Phase.DETAIL, "plates of the shell", Curve.of(plate), shell.shade(), 4, .7);
    }
  }
}
