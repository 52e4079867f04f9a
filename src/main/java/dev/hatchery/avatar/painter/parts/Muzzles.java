package dev.hatchery.avatar.painter.parts;

import dev.hatchery.avatar.painter.Curve;
import dev.hatchery.avatar.painter.Form;
import dev.hatchery.avatar.painter.Mood;
import dev.hatchery.avatar.painter.Phase;
import dev.hatchery.avatar.painter.Shapes;
import dev.hatchery.avatar.painter.Sketch;
import dev.hatchery.avatar.painter.Species;
import dev.hatchery.avatar.painter.Subject;
import dev.hatchery.avatar.painter.Tone;
import java.awt.Color;
import java.awt.Shape;
import java.util.EnumSet;
import java.util.Set;

/** What lies around the mouth, and nose and mouth themselves. */
public final class Muzzles {
  private static final Set<Species> WHISKERED =
      EnumSet.of(Species.CAT, Species.TIGER, Species.LION, Species.MOUSE);
  private static final String FACE = "the sleeping face";
  private static final Color NOSE = new Color(0x33201f);

  private final Sketch sketch;
  private final Subject subject;
  private final Form head;
  private final Pose pose;

  /** The muzzle on this head. */
  public Muzzles(Sketch sketch, Subject subject, Form head, Pose pose) {
    this.sketch = sketch;
    this.subject = subject;
    this.head = head;
    this.pose = pose;
  }

  /** The pale parts, before the head is shaded. */
  public void colour() {
    Color pale = subject.skin().pale().base();
    double y = pose.mouthY();
    switch (subject.build().muzzle()) {
      case MASK ->
          head.patch(
              Phase.COLOUR,
              "the pale mask",
              Shapes.moved(
                  Curve.of(
                      "M100 262C160 236 204 246 230 270C240 282 272 282 282 270C308 246 352 236 412 262C380 310 320 330 256 330C192 330 132 310 100 262Z"),
                  0,
                  y - 286),
              pale,
              1);
      case SMALL ->
          head.patch(
              Phase.COLOUR,
              "the muzzle",
              Curve.of(
                  "M256 " + (y - 26) + "C290 " + (y - 34) + " 306 " + (y - 6) + " 296 " + (y + 12)
                      + "C284 " + (y + 28) + " 228 " + (y + 28) + " 216 " + (y + 12) + "C206 "
                      + (y - 6) + " 222 " + (y - 34) + " 256 " + (y - 26) + "Z"),
              pale,
              .92);
      case NOSTRILS ->
          head.patch(Phase.COLOUR, "the muzzle", Shapes.oval(256, y + 4, 84, 46), pale, .95);
      case BROAD -> head.patch(Phase.COLOUR, "the muzzle", Shapes.oval(256, y, 62, 42), pale, .95);
      case WIDE ->
          head.patch(Phase.COLOUR, "the chin", Shapes.oval(256, y + 38, 120, 42), pale, .9);
      case TEETH ->
          head.patch(Phase.COLOUR, "the muzzle", Shapes.oval(256, y + 4, 46, 32), pale, .9);
      default -> {}
    }
  }

  /** Nose and mouth, in front. */
  public void nose() {
    double y = pose.mouthY();
    Color ink = subject.skin().line();
    switch (subject.build().muzzle()) {
      case MASK, SMALL -> {
        if (WHISKERED.contains(subject.species())) {
          whiskers(y);
        }
        smallNose(y - 14, 13);
        cleft(y, ink);
      }
      case BROAD -> {
        smallNose(y - 20, 17);
        cleft(y, ink);
      }
      case TEETH -> {
        smallNose(y - 14, 11);
        sketch.fill(Phase.FACE, FACE, Shapes.box(247, y + 5, 18, 14, 4), new Color(0xfffdf4), 1);
        cleft(y, ink);
      }
      case SNOUT -> snout(y);
      case TRUNK -> trunk(y);
      case NOSTRILS -> {
        nostril(-24, y);
        nostril(24, y);
        new Face(sketch, subject, lower()).mouth();
      }
      case WIDE -> wide(y, ink);
      case NONE -> {
        sketch.fill(Phase.FACE, FACE, Shapes.dot(248, y - 22, 3), ink, .8);
        sketch.fill(Phase.FACE, FACE, Shapes.dot(264, y - 22, 3), ink, .8);
        new Face(sketch, subject, pose).mouth();
      }
    }
  }

  private void whiskers(double y) {
    Shape left =
        Curve.of("M200 " + (y - 2) + "L146 " + (y - 12) + "M200 " + (y + 6) + "L148 " + (y + 12));
    Color pale = subject.skin().pale().base();
    sketch.line(Phase.DETAIL, "whiskers", left, pale, 3, .8);
    sketch.line(Phase.DETAIL, "whiskers", Shapes.mirrored(left), pale, 3, .8);
  }

  private void nostril(double dx, double y) {
    Color dark = subject.skin().pale().shade();
    sketch.fill(Phase.FACE, FACE, Shapes.oval(pose.cx() + dx, y - 10, 6, 8), dark, .95);
  }

  private Pose lower() {
    return new Pose(
        pose.cx(),
        pose.crownY(),
        pose.headRx(),
        pose.eyeDx(),
        pose.eyeY(),
        pose.eyeRx(),
        pose.eyeRy(),
        pose.mouthY() + 9,
        pose.neckY(),
        pose.neckRx(),
        pose.handY(),
        pose.handDx());
  }

  private void smallNose(double y, double r) {
    Shape nose = Curve.of("M-13 -6C-8 -12 8 -12 13 -6C14 2 6 8 0 8C-6 8 -14 2 -13 -6Z");
    sketch.fill(
        Phase.FACE, FACE, Shapes.moved(Shapes.scaled(nose, r / 13, 0, 0), pose.cx(), y), NOSE, 1);
    sketch.fill(
        Phase.FACE,
        FACE,
        Shapes.oval(pose.cx() - r * .35, y - r * .35, r * .28, r * .16),
        Color.WHITE,
        .6);
  }

  private void cleft(double y, Color ink) {
    String mouth =
        switch (subject.mood()) {
          case GRUMPY, SAD -> "M0 -6V2M-16 9Q-8 -1 0 3Q8 -1 16 9";
          case HAPPY -> "M0 -6V2M-18 0Q-9 10 0 2Q9 10 18 0";
          case SLY -> "M0 -6V2M-14 1Q-6 9 0 3Q12 12 20 -5";
          default -> "M0 -6V2M-15 2Q-7 10 0 3Q7 10 15 2";
        };
    sketch.line(Phase.FACE, FACE, Shapes.moved(Curve.of(mouth), pose.cx(), y), ink, 4.5, 1);
    if (subject.mood() == Mood.HAPPY) {
      sketch.fill(
          Phase.FACE,
          FACE,
          Shapes.moved(Curve.of("M-9 7Q0 4 9 7C9 18 -9 18 -9 7Z"), pose.cx(), y),
          new Color(0xc8505a),
          1);
    }
  }

  private void snout(double y) {
    Tone tone = subject.skin().deep();
    sketch.form("snout", Shapes.oval(256, y - 12, 40, 28), tone).shade(.2).light(.1);
    sketch.fill(Phase.FACE, FACE, Shapes.oval(242, y - 12, 6, 9), tone.line(), .85);
    sketch.fill(Phase.FACE, FACE, Shapes.oval(270, y - 12, 6, 9), tone.line(), .85);
    sketch.line(
        Phase.FACE, FACE, Curve.of("M242 " + (y + 22) + "q14 10 28 0"), tone.line(), 4.5, 1);
  }

  private void trunk(double y) {
    Tone tone = subject.skin();
    Shape trunk =
        Curve.of(
            "M226 236C226 214 286 214 286 236C290 280 288 312 300 328C310 340 326 334 326 322C336 306 356 318 348 336C336 364 296 366 272 348C244 326 230 284 226 236Z");
    Form form = sketch.form("trunk", trunk, tone).shade(.2).light(.1);
    for (int i = 0; i < 4; i++) {
      form.line(
          Phase.DETAIL,
          "folds of the trunk",
          Curve.of("M222 " + (262 + i * 20) + "q32 12 68 -2"),
          tone.shade(),
          3.5,
          .55);
    }
    sketch.line(Phase.FACE, FACE, Curve.of("M204 " + (y + 4) + "q10 12 24 8"), tone.line(), 4.5, 1);
  }

  private void wide(double y, Color ink) {
    String mouth = subject.mood() == Mood.GRUMPY ? "M-62 8Q0 -8 62 8" : "M-66 -8Q0 26 66 -8";
    sketch.line(Phase.FACE, FACE, Shapes.moved(Curve.of(mouth), pose.cx(), y), ink, 5, 1);
    sketch.fill(Phase.FACE, FACE, Shapes.dot(246, y - 24, 3), ink, .8);
    sketch.fill(Phase.FACE, FACE, Shapes.dot(266, y - 24, 3), ink, .8);
  }
}
