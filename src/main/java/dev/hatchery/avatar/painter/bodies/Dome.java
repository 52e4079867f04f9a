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
import dev.hatchery.avatar.painter.parts.HeldThing;
import dev.hatchery.avatar.painter.parts.Pose;
import dev.hatchery.avatar.painter.parts.Signatures;
import dev.hatchery.avatar.painter.parts.WornThing;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;

/** A dome with ribbons below: jellyfish, octopus, cloud. */
final class Dome {
  private static final String CLOUD =
      "M142 268C104 262 98 208 136 196C130 150 176 126 206 146C222 100 300 96 318 142C352 124 392 152 380 196C418 206 412 262 372 268C364 284 344 284 334 272C324 288 300 288 290 274C280 290 254 290 244 274C232 290 208 288 200 272C188 286 152 286 142 268Z";
  private static final String BELL =
      "M120 262C112 170 172 104 256 104C340 104 400 170 392 262C384 284 358 284 346 268C334 286 312 286 300 270C288 288 268 290 256 272C244 290 224 288 212 270C200 286 178 286 166 268C154 284 128 284 120 262Z";
  private static final String MANTLE =
      "M256 92C336 92 386 146 382 214C380 256 350 272 356 304C330 322 182 322 156 304C162 272 132 256 130 214C126 146 176 92 256 92Z";

  private final Sketch sketch;
  private final Subject subject;
  private final Tone skin;
  private final boolean cloudy;
  private final Pose pose;

  Dome(Sketch sketch, Subject subject, boolean cloudy) {
    this.sketch = sketch;
    this.subject = subject;
    this.cloudy = cloudy;
    this.skin = subject.skin();
    double crown = cloudy ? 122 : 102;
    this.pose = new Pose(256, crown, 120, 46, 210, 22, 26, 240, 286, 84, 360, 60);
  }

  void draw() {
    boolean octopus = subject.species() == Species.OCTOPUS;
    if (subject.signature() != null) {
      Signatures.draw(sketch, subject.signature(), 256, pose.crownY() + 6);
    }
    if (octopus) {
      arms();
    } else if (subject.species() == Species.CLOUD) {
      rain();
    } else {
      ribbons();
    }
    Form bell = sketch.form("dome", Curve.of(octopus ? MANTLE : cloudy ? CLOUD : BELL), skin);
    if (!octopus) {
      bell.patch(
          Phase.COLOUR,
          "the lower rim",
          Curve.of("M96 236C180 268 330 268 420 230V320H96Z"),
          skin.shade(),
          .65);
    }
    bell.shade(.13).light(.08);
    bell.patch(
        Phase.FORM,
        "light on the dome",
        Curve.of(
            "M146 214C148 168 182 134 230 124C196 146 178 172 174 216C166 226 150 226 146 214Z"),
        cloudy ? Color.WHITE : skin.light(),
        .6);
    marks(bell);
    new Face(sketch, subject, pose).eyes().mouth().blush(80, 240);
    drops();
    WornThing.atNeck(sketch, subject, pose);
    WornThing.onHead(sketch, subject, pose);
    if (subject.held() != null) {
      boolean side = subject.held().atSide();
      HeldThing.draw(sketch, subject, subject.held(), side ? 398 : 256, side ? 372 : 362, .9);
      if (octopus) {
        sketch
            .form(
                "tip of an arm",
                side ? Shapes.oval(392, 380, 18, 15) : Shapes.oval(214, 378, 17, 15),
                skin)
            .shade(.2)
            .light(.1);
      }
    }
  }

  private void ribbons() {
    Tone pale = skin.pale();
    Color[] colors = {skin.shade(), skin.shade(), skin.base(), skin.base(), pale.base()};
    double[][] all = {
      {182, 34, 14, 420},
      {330, -34, 14, 416},
      {222, -30, 18, 442},
      {290, 30, 18, 438},
      {256, 26, 21, 454}
    };
    for (int i = 0; i < all.length; i++) {
      double x = all[i][0];
      double w = all[i][1];
      Shape line =
          Curve.of(
              "M"
                  + x
                  + " 262C"
                  + (x - w)
                  + " 300 "
                  + (x + w)
                  + " 330 "
                  + x
                  + " 368C"
                  + (x - w * .8)
                  + " 400 "
                  + (x + w * .6)
                  + " 420 "
                  + x
                  + " "
                  + all[i][3]);
      Shape ribbon =
          new BasicStroke((float) all[i][2], BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
              .createStrokedShape(line);
      Tone tone = Tone.of(colors[i]);
      sketch.form("ribbons", ribbon, tone).light(.02).shade(.02);
    }
    sketch.line(
        Phase.DETAIL,
        "light on the ribbons",
        Curve.of("M254 300q10 20 2 44M222 306q-8 16 0 36M291 306q8 16 0 36"),
        Color.WHITE,
        4,
        .5);
  }

  private void arms() {
    String[] back = {
      "M190 290C150 320 120 330 104 372C96 396 112 412 128 404",
      "M322 290C362 320 392 330 408 372C416 396 400 412 384 404"
    };
    String[] front = {
      "M206 296C186 340 150 370 158 412C164 436 190 436 194 418",
      "M306 296C326 340 362 370 354 412C348 436 322 436 318 418",
      "M238 300C230 350 216 390 226 424C234 444 254 436 250 418",
      "M276 300C284 350 300 390 290 424C282 444 262 436 266 418"
    };
    for (String arm : back) {
      sketch.form("arms", thick(arm, 26), skin.deep()).shade(.06).light(.03);
    }
    for (String arm : front) {
      Form form = sketch.form("arms", thick(arm, 32), skin.back()).shade(.08).light(.04);
      form.line(
          Phase.DETAIL, "suckers", Shapes.moved(Curve.of(arm), 5, 4), skin.pale().base(), 5, .45);
    }
  }

  private void rain() {
    Form puffs =
        sketch.form(
            "lower puffs",
            Curve.of(
                "M138 320C96 316 96 266 136 262H376C416 266 416 316 374 320C362 344 330 346 316 330C302 352 268 352 256 334C244 352 210 352 196 330C182 346 150 344 138 320Z"),
            skin.deep());
    puffs.patch(
        Phase.COLOUR, "the dark of the rain", Shapes.oval(256, 338, 130, 34), skin.shade(), .5);
    puffs.shade(.14).light(.08);
    for (int i = 0; i < 11; i++) {
      double x = 152 + i * 21;
      double y = 362 + i * 37 % 64;
      sketch.fill(
          Phase.DETAIL,
          "rain",
          Shapes.moved(Curve.of("M0 0q12 20 0 27q-12 -7 0 -27Z"), x, y),
          new Color(i % 2 == 0 ? 0x7fa8ee : 0xa9c8f8),
          .95);
    }
  }

  private static Shape thick(String path, double width) {
    return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        .createStrokedShape(Curve.of(path));
  }

  private void marks(Form bell) {
    for (double[] s :
        new double[][] {
          {300, 134, 10}, {326, 152, 7}, {284, 122, 5}, {340, 176, 5}, {222, 134, 6}, {354, 204, 6}
        }) {
      bell.patch(
          Phase.DETAIL,
          "spots of light",
          Shapes.dot(s[0], s[1], s[2]),
          cloudy ? skin.shade() : skin.light(),
          cloudy ? .25 : .6);
    }
  }

  private void drops() {
    Color drop = cloudy ? new Color(0x7fa8ee) : skin.light();
    for (double[] d : new double[][] {{150, 330}, {372, 344}, {196, 392}, {322, 398}}) {
      sketch.fill(
          Phase.SPARKS,
          cloudy ? "drops" : "glints",
          Shapes.moved(Curve.of("M0 0q10 16 0 22q-10 -6 0 -22Z"), d[0], d[1]),
          drop,
          .95);
    }
  }
}
