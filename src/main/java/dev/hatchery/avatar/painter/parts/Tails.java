package dev.hatchery.avatar.painter.parts;

import dev.hatchery.avatar.painter.Curve;
import dev.hatchery.avatar.painter.Form;
import dev.hatchery.avatar.painter.Phase;
import dev.hatchery.avatar.painter.Signature;
import dev.hatchery.avatar.painter.Sketch;
import dev.hatchery.avatar.painter.Subject;
import dev.hatchery.avatar.painter.Tone;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;

/** The tail, behind the body, to the right. */
public final class Tails {
  private static final String BUSHY =
      "M330 430C420 446 474 380 452 306C444 270 420 250 400 252C416 290 404 330 370 346C336 360 320 396 330 430Z";
  private static final String LIZARD =
      "M318 424C392 440 452 402 446 338C443 306 420 292 404 300C392 306 394 322 402 330C418 350 396 386 330 372Z";

  private final Sketch sketch;
  private final Subject subject;
  private final Tone tone;

  private Tails(Sketch sketch, Subject subject) {
    this.sketch = sketch;
    this.subject = subject;
    this.tone = subject.skin().back();
  }

  /** Draws the tail of this build. */
  public static void draw(Sketch sketch, Subject subject) {
    Tails tails = new Tails(sketch, subject);
    switch (subject.build().tail()) {
      case LIZARD -> tails.lizard();
      case SPADE -> tails.spade();
      case BUSHY -> tails.bushy(false);
      case RINGED -> tails.bushy(true);
      case THIN -> tails.rope("M322 418C392 440 436 404 424 356C414 322 440 300 454 316", 15);
      case TUFT -> tails.tuft();
      case CURL ->
          tails.rope(
              "M330 396C372 392 396 366 384 344C372 328 352 342 362 358C374 374 404 362 408 340",
              14);
      case PUFF -> tails.puff();
      case FLAT -> tails.flat();
      case HAIR -> tails.hair();
      default -> {}
    }
  }

  private void puff() {
    Shape ball =
        Curve.of(
            "M330 352C348 334 376 340 380 358C398 364 400 388 386 398C384 416 356 420 346 408C326 404 318 368 330 352Z");
    sketch.form("tail", ball, subject.skin().pale()).shade(.2).light(.1);
  }

  private void lizard() {
    sketch.form("tail", Curve.of(LIZARD), tone).shade(.14).light(.05);
    boolean burns = subject.signature() == Signature.FLAME;
    Brush brush = new Brush(sketch, "the tail's tip", 0, 0, 1);
    if (burns) {
      brush
          .fill(
              "M404 314C372 300 372 262 396 240C398 254 406 256 408 246C412 226 404 212 398 198C430 214 452 250 440 286C434 304 420 314 404 314Z",
              "#ff9a35")
          .fill(
              "M406 306C388 298 388 276 402 262C406 270 412 268 412 258C424 270 428 288 420 298C416 304 412 306 406 306Z",
              "#ffe79a");
    }
  }

  private void spade() {
    sketch.form("tail", Curve.of(LIZARD), tone).shade(.14).light(.05);
    sketch
        .form(
            "tip of the tail",
            Curve.of(
                "M402 316C378 306 372 282 384 262C394 250 402 240 404 222C416 240 436 252 440 270C444 294 428 312 402 316Z"),
            subject.accent())
        .shade(.2)
        .light(.12);
  }

  private void bushy(boolean ringed) {
    Form tail = sketch.form("tail", Curve.of(BUSHY), tone);
    if (ringed) {
      for (String ring :
          new String[] {
            "M380 262C410 276 440 284 466 284",
            "M386 316C410 328 440 340 466 338",
            "M352 362C384 372 424 392 440 404"
          }) {
        tail.line(Phase.COLOUR, "rings of the tail", Curve.of(ring), tone.deep().base(), 19, .95);
      }
    } else {
      tail.patch(
          Phase.COLOUR,
          "tip of the tail",
          Curve.of("M392 240C440 250 470 300 450 330C430 300 410 320 396 300Z"),
          subject.skin().pale().base(),
          1);
    }
    tail.shade(.16).light(.05);
  }

  private Shape rope(String path, double width) {
    Shape rope =
        new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
            .createStrokedShape(Curve.of(path));
    sketch.form("tail", rope, tone).shade(.03).light(.02);
    return rope;
  }

  private void tuft() {
    rope("M322 418C392 440 436 404 424 350C420 330 428 318 434 312", 13);
    Shape tuft =
        Curve.of(
            "M420 322C404 296 416 262 444 250C442 264 456 268 458 284C462 306 446 328 420 322Z");
    sketch.form("tip of the tail", tuft, subject.accent()).shade(.2).light(.1);
  }

  private void flat() {
    Form paddle =
        sketch.form(
            "tail",
            Curve.of(
                "M322 424C380 436 420 420 436 384C452 346 444 300 420 292C394 288 384 326 376 356C366 384 344 392 326 388Z"),
            subject.skin().deep());
    paddle.shade(.2).light(.06);
    for (int i = 0; i < 3; i++) {
      paddle.line(
          Phase.DETAIL,
          "lines of the tail",
          Curve.of("M384 " + (330 + i * 26) + "Q410 " + (342 + i * 26) + " 446 " + (330 + i * 26)),
          tone.shade(),
          3,
          .5);
    }
  }

  private void hair() {
    Shape hair =
        Curve.of(
            "M322 400C364 380 400 340 424 300C432 330 446 330 452 312C466 356 456 410 420 430C396 446 350 446 322 430Z");
    Form tail = sketch.form("tail", hair, subject.accent()).shade(.18).light(.06);
    tail.line(
        Phase.DETAIL,
        "strands of the tail",
        Curve.of("M340 420C384 412 420 376 436 330"),
        subject.accent().light(),
        4,
        .7);
    tail.line(
        Phase.DETAIL,
        "strands of the tail",
        Curve.of("M350 434C394 428 430 396 446 356"),
        subject.accent().shade(),
        4,
        .7);
    tail.line(
        Phase.DETAIL,
        "strands of the tail",
        Curve.of("M336 404C370 390 396 360 416 326"),
        new Color(0xfffdf4),
        3,
        .35);
  }
}
