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
import java.awt.BasicStroke;
import java.awt.Shape;

/** Snakes and caterpillars: coils on the ground, a raised neck, a large head. */
final class Serpent {
  private final Sketch sketch;
  private final Subject subject;
  private final Tone skin;
  private final Pose pose = new Pose(256, 114, 112, 52, 206, 24, 29, 252, 282, 54, 372, 60);

  Serpent(Sketch sketch, Subject subject) {
    this.sketch = sketch;
    this.subject = subject;
    this.skin = subject.skin();
  }

  void draw() {
    if (subject.signature() != null) {
      Signatures.draw(sketch, subject.signature(), 256, 116);
    }
    coil("tail", "M330 396C400 404 444 372 436 322C430 290 400 296 408 322", 32, skin.deep());
    coil("lowest coil", "M150 404C190 424 322 424 362 404", 64, skin.deep());
    coil("middle coil", "M176 366C214 384 298 384 336 366", 58, skin.back());
    Form neck =
        sketch.form(
            "neck",
            Curve.of(
                "M214 240C208 290 190 320 196 360C204 394 308 394 316 360C322 320 304 290 298 240Z"),
            skin);
    neck.patch(
        Phase.COLOUR,
        "belly",
        Curve.of(
            "M232 250C228 290 216 330 222 372C240 392 272 392 290 372C296 330 284 290 280 250Z"),
        skin.pale().base(),
        .95);
    neck.shade(.17).light(.08);
    for (int i = 0; i < 4; i++) {
      neck.line(
          Phase.DETAIL,
          "folds of the belly",
          Curve.of("M226 " + (304 + i * 20) + "q30 10 60 0"),
          skin.pale().shade(),
          4,
          .7);
    }
    WornThing.atNeck(sketch, subject, pose);
    Form head =
        sketch
            .form(
                "head",
                Curve.of(
                    "M256 112C330 112 374 154 376 206C378 256 330 284 256 284C182 284 134 256 136 206C138 154 182 112 256 112Z"),
                skin)
            .round()
            .bounce();
    for (String mark :
        new String[] {
          "M256 124L272 144L256 164L240 144Z",
          "M220 132L232 146L220 160L208 146Z",
          "M292 132L304 146L292 160L280 146Z"
        }) {
      head.patch(Phase.DETAIL, "marks on the head", Curve.of(mark), subject.accent().base(), .85);
    }
    new Face(sketch, subject, pose).eyes().mouth().blush(84, 242);
    sketch.line(
        Phase.FACE, "the sleeping face", Curve.of("M250 234v1M262 234v1"), skin.line(), 5, .8);
    WornThing.onHead(sketch, subject, pose);
    if (subject.held() != null) {
      Grip.draw(sketch, subject, skin.back(), 366, 78);
    }
  }

  private void coil(String label, String path, double width, Tone tone) {
    Shape line = Curve.of(path);
    Shape shape =
        new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
            .createStrokedShape(line);
    Form form = sketch.form(label, shape, tone);
    form.shade(.1).light(.05);
    if (!label.equals("tail")) {
      double y = shape.getBounds2D().getMaxY() - width * .42;
      for (double x : new double[] {168, 204, 308, 344}) {
        form.patch(
            Phase.DETAIL,
            "marks on the coils",
            Shapes.oval(x, y, 13, 8),
            subject.accent().base(),
            .85);
      }
    }
  }
}
