package dev.hatchery.avatar.painter.bodies;

import dev.hatchery.avatar.painter.Build;
import dev.hatchery.avatar.painter.Curve;
import dev.hatchery.avatar.painter.Form;
import dev.hatchery.avatar.painter.Held;
import dev.hatchery.avatar.painter.Phase;
import dev.hatchery.avatar.painter.Shapes;
import dev.hatchery.avatar.painter.Sketch;
import dev.hatchery.avatar.painter.Subject;
import dev.hatchery.avatar.painter.Tone;
import dev.hatchery.avatar.painter.parts.Coats;
import dev.hatchery.avatar.painter.parts.EarPair;
import dev.hatchery.avatar.painter.parts.Face;
import dev.hatchery.avatar.painter.parts.HeldThing;
import dev.hatchery.avatar.painter.parts.HornPair;
import dev.hatchery.avatar.painter.parts.Muzzles;
import dev.hatchery.avatar.painter.parts.Pose;
import dev.hatchery.avatar.painter.parts.Signatures;
import dev.hatchery.avatar.painter.parts.Tails;
import dev.hatchery.avatar.painter.parts.WingPair;
import dev.hatchery.avatar.painter.parts.WornThing;
import java.awt.Shape;

/** A sitting creature with a large head, a pear of a body, two arms and two feet. */
final class Critter {
  private static final String BODY =
      "M256 236C196 236 166 306 164 356C162 412 204 436 256 436C308 436 350 412 348 356C346 306 316 236 256 236Z";
  private static final String LEFT_ARM =
      "M192 314C172 336 172 372 196 384C216 392 232 380 228 362C224 344 226 326 214 316C206 310 198 310 192 314Z";
  private static final String RIGHT_ARM =
      "M306 308C330 306 356 322 372 346C382 362 372 380 354 376C334 370 312 352 300 336Z";

  private final Sketch sketch;
  private final Subject subject;
  private final Tone skin;
  private final Tone limbs;

  Critter(Sketch sketch, Subject subject) {
    this.sketch = sketch;
    this.subject = subject;
    this.skin = subject.skin();
    this.limbs = dark(subject);
  }

  /** Foxes and their like have dark socks, a panda is black and white, others just deepen. */
  private static Tone dark(Subject subject) {
    if (subject.build().coat() == Build.Coat.PANDA) {
      return Tone.of("#474459");
    }
    boolean socks = subject.build().muzzle() == Build.Muzzle.MASK;
    return socks ? Tone.of(subject.skin().line()) : subject.skin().deep();
  }

  void draw() {
    Heads head = Heads.of(subject.build().head());
    Pose pose = head.pose();
    if (subject.build().coat() != Build.Coat.MANE && subject.signature() != null) {
      Signatures.draw(sketch, subject.signature(), pose.cx(), pose.crownY() + 6);
    }
    WingPair.draw(sketch, subject);
    Tails.draw(sketch, subject);
    WornThing.behind(sketch, subject, pose);
    Manes.behind(sketch, subject);
    HornPair.behind(sketch, subject);
    EarPair.behind(sketch, subject);
    Form body = body();
    WornThing.atNeck(sketch, subject, pose);
    Form top = sketch.form("head", Curve.of(head.path()), skin);
    new Muzzles(sketch, subject, top, pose).colour();
    top.round().bounce();
    new Coats(subject, top, body).draw();
    Manes.inFront(sketch, subject);
    EarPair.inFront(sketch, subject);
    HornPair.inFront(sketch, subject, pose.crownY());
    new Muzzles(sketch, subject, top, pose).nose();
    new Face(sketch, subject, pose).eyes().blush(pose.eyeDx() + 32, pose.eyeY() + 36);
    WornThing.onHead(sketch, subject, pose);
    arms();
  }

  private Form body() {
    boolean wide = subject.build().head() == Build.Head.ROUND;
    Shape shape = wide ? Curve.fit(BODY, 154, 236, 204, 200) : Curve.of(BODY);
    Form body = sketch.form("body", shape, skin.back());
    Tone pale = skin.pale();
    body.patch(Phase.COLOUR, "belly", Shapes.oval(254, 376, 58, 72), pale.base(), .95);
    body.shade(.2).light(.07);
    body.patch(
        Phase.FORM, "shade below the head", Shapes.oval(256, 262, 116, 50), skin.shade(), .5);
    if (subject.build().coat() == Build.Coat.SCALES
        || subject.build().tail() == Build.Tail.LIZARD) {
      for (int i = 0; i < 3; i++) {
        Shape fold =
            Curve.of(
                "M"
                    + (212 - i * 3)
                    + " "
                    + (352 + 26 * i)
                    + "Q252 "
                    + (363 + 26 * i)
                    + " "
                    + (292 + i * 3)
                    + " "
                    + (352 + 26 * i));
        body.line(Phase.DETAIL, "folds of the belly", fold, pale.shade(), 4, .7);
      }
    }
    for (int side = -1; side <= 1; side += 2) {
      sketch.form("foot", Shapes.oval(256 + side * 50, 432, 34, 16), limbs).shade(.2).light(.12);
    }
    return body;
  }

  private void arms() {
    Held held = subject.held();
    Shape left = Curve.of(LEFT_ARM);
    if (held == null) {
      arm(left, skin);
      arm(Shapes.mirrored(left), skin.back());
    } else if (held.atSide()) {
      arm(left, skin);
      arm(Curve.of(RIGHT_ARM), skin.back());
      HeldThing.draw(sketch, subject, held, 386, held == Held.LANTERN ? 366 : 350, 1);
      sketch.form("hand", Shapes.oval(380, 360, 19, 17), limbs).shade(.25).light(.14);
    } else {
      HeldThing.draw(sketch, subject, held, 256, held == Held.CUP ? 362 : 374, 1);
      hand(
          Curve.of(
              "M186 352C176 380 192 404 220 398C232 394 230 380 222 374C210 368 202 366 186 352Z"));
      hand(
          Shapes.mirrored(
              Curve.of(
                  "M186 352C176 380 192 404 220 398C232 394 230 380 222 374C210 368 202 366 186 352Z")));
    }
  }

  private void arm(Shape shape, Tone tone) {
    Form arm = sketch.form("arm", shape, tone);
    arm.patch(
        Phase.COLOUR,
        "hand",
        Shapes.oval(shape.getBounds2D().getX() < 250 ? 208 : 306, 384, 32, 18),
        limbs.base(),
        shape.getBounds2D().getMaxX() > 350 ? 0 : .9);
    arm.shade(.22).light(.1);
  }

  private void hand(Shape shape) {
    sketch.form("hand", shape, limbs).shade(.2).light(.12);
  }
}
