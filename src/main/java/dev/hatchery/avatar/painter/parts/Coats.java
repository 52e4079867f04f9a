package dev.hatchery.avatar.painter.parts;

import dev.hatchery.avatar.painter.Curve;
import dev.hatchery.avatar.painter.Form;
import dev.hatchery.avatar.painter.Phase;
import dev.hatchery.avatar.painter.Shapes;
import dev.hatchery.avatar.painter.Subject;
import dev.hatchery.avatar.painter.Tone;
import java.awt.Color;
import java.awt.Shape;

/** The pattern on head and body, kept inside of them. */
public final class Coats {
  private final Subject subject;
  private final Form head;
  private final Form body;

  /** The coat over these two parts. */
  public Coats(Subject subject, Form head, Form body) {
    this.subject = subject;
    this.head = head;
    this.body = body;
  }

  /** Draws the pattern of this build. */
  public void draw() {
    switch (subject.build().coat()) {
      case SPOTS -> spots();
      case STRIPES -> stripes();
      case PATCHES -> patches();
      case PANDA -> panda();
      case BANDIT -> bandit();
      case SCALES -> scales();
      case FUR, MANE -> fur();
      default -> freckles();
    }
  }

  private void spots() {
    Color dark = subject.skin().deep().base();
    double[][] onHead = {{226, 150, 8}, {252, 139, 6}, {281, 150, 9}, {196, 164, 5}, {318, 162, 6}};
    double[][] onBody = {{188, 336, 7}, {182, 366, 5}, {324, 340, 7}, {332, 372, 6}, {200, 396, 5}};
    for (double[] s : onHead) {
      head.patch(Phase.DETAIL, "spots", Shapes.dot(s[0], s[1], s[2]), dark, .75);
    }
    for (double[] s : onBody) {
      body.patch(Phase.DETAIL, "spots", Shapes.dot(s[0], s[1], s[2]), dark, .75);
    }
  }

  private void stripes() {
    Color dark = subject.skin().deep().shade();
    for (String path :
        new String[] {
          "M256 110L248 168L256 184L264 168Z",
          "M222 112L222 152L230 166L234 150Z",
          "M290 112L290 152L282 166L278 150Z"
        }) {
      head.patch(Phase.DETAIL, "stripes", Curve.of(path), dark, .8);
    }
    for (int side = 0; side < 2; side++) {
      for (String path :
          new String[] {
            "M104 232L160 226L164 232L160 238L104 246Z", "M104 262L156 250L160 256L156 262L110 276Z"
          }) {
        head.patch(Phase.DETAIL, "stripes", side(path, side), dark, .75);
      }
      for (String path :
          new String[] {
            "M140 320L192 330L196 336L190 342L140 338Z",
            "M140 356L188 362L192 368L188 374L140 374Z",
            "M140 392L192 392L196 398L190 404L140 410Z"
          }) {
        body.patch(Phase.DETAIL, "stripes", side(path, side), dark, .75);
      }
    }
  }

  private void patches() {
    Color dark = subject.skin().deep().base();
    head.patch(
        Phase.DETAIL,
        "a patch over one eye",
        Curve.of(
            "M300 120C360 120 392 170 366 230C350 262 290 262 274 226C262 190 270 130 300 120Z"),
        dark,
        .85);
    body.patch(
        Phase.DETAIL,
        "patches",
        Curve.of("M140 330C180 318 206 350 192 384C180 412 140 410 130 390Z"),
        dark,
        .85);
    body.patch(
        Phase.DETAIL,
        "patches",
        Curve.of("M372 380C340 372 318 396 330 424C340 444 372 440 380 424Z"),
        dark,
        .7);
    freckles();
  }

  private void panda() {
    Color black = new Color(0x3d3a4d);
    head.patch(
        Phase.DETAIL,
        "dark patches",
        Shapes.turned(Shapes.oval(200, 216, 36, 43), 24, 200, 216),
        black,
        .95);
    head.patch(
        Phase.DETAIL,
        "dark patches",
        Shapes.turned(Shapes.oval(312, 216, 36, 43), -24, 312, 216),
        black,
        .95);
    body.patch(
        Phase.DETAIL,
        "dark patches",
        Curve.of("M120 230H392V330C340 342 300 336 256 336C212 336 172 342 120 330Z"),
        black,
        .95);
  }

  private void bandit() {
    Tone skin = subject.skin();
    head.patch(
        Phase.DETAIL,
        "the mask",
        Curve.of(
            "M100 236C150 176 224 180 256 214C288 180 362 176 412 236C380 262 310 270 256 244C202 270 132 262 100 236Z"),
        skin.deep().shade(),
        .95);
    head.patch(
        Phase.DETAIL,
        "the mask",
        Curve.of("M246 110H266L262 206L256 214L250 206Z"),
        skin.deep().base(),
        .8);
    head.line(
        Phase.DETAIL,
        "the mask",
        Curve.of("M136 206C170 172 220 174 250 204M376 206C342 172 292 174 262 204"),
        skin.light(),
        7,
        .8);
  }

  private void scales() {
    Color dark = subject.skin().shade();
    for (int row = 0; row < 3; row++) {
      for (int i = 0; i < 5 - row; i++) {
        double x = 256 + (i - (4 - row) / 2.0) * 24;
        head.line(
            Phase.DETAIL,
            "scales",
            Curve.of("M" + (x - 11) + " " + (134 + row * 13) + "q11 13 22 0"),
            dark,
            3.5,
            .6);
      }
    }
    for (double[] s :
        new double[][] {{178, 338}, {172, 364}, {180, 392}, {320, 336}, {326, 362}, {318, 390}}) {
      body.line(
          Phase.DETAIL, "scales", Curve.of("M" + s[0] + " " + s[1] + "q8 10 16 0"), dark, 3.5, .6);
    }
  }

  private void fur() {
    Color light = subject.skin().light();
    Color dark = subject.skin().shade();
    for (double[] s : new double[][] {{226, 142}, {248, 134}, {272, 140}, {292, 152}, {206, 156}}) {
      head.line(
          Phase.DETAIL,
          "tufts of fur",
          Curve.of("M" + s[0] + " " + s[1] + "q6 10 2 18"),
          s[0] < 250 ? light : dark,
          4,
          .6);
    }
    for (double[] s :
        new double[][] {{176, 340}, {186, 362}, {174, 386}, {330, 344}, {322, 368}, {334, 390}}) {
      body.line(
          Phase.DETAIL,
          "tufts of fur",
          Curve.of("M" + s[0] + " " + s[1] + "q6 10 14 8"),
          s[0] < 250 ? light : dark,
          4,
          .6);
    }
  }

  private void freckles() {
    Color dark = subject.skin().deep().base();
    for (double[] s :
        new double[][] {{176, 252}, {188, 260}, {165, 262}, {336, 252}, {324, 260}, {347, 262}}) {
      head.patch(Phase.DETAIL, "freckles", Shapes.dot(s[0], s[1], 2.6), dark, .55);
    }
    for (double[] s :
        new double[][] {{186, 340}, {178, 366}, {190, 392}, {326, 342}, {332, 368}, {322, 394}}) {
      body.line(
          Phase.DETAIL,
          "fine hairs",
          Curve.of("M" + s[0] + " " + s[1] + "q5 8 10 6"),
          dark,
          3,
          .35);
    }
  }

  private static Shape side(String path, int side) {
    return side == 0 ? Curve.of(path) : Shapes.mirrored(Curve.of(path));
  }
}
