package dev.hatchery.avatar.painter.habitats;

import dev.hatchery.avatar.painter.Curve;
import dev.hatchery.avatar.painter.Dice;
import dev.hatchery.avatar.painter.Phase;
import dev.hatchery.avatar.painter.Shapes;
import dev.hatchery.avatar.painter.Sketch;
import java.awt.Color;
import java.awt.Shape;

/** Open country: canyon, forest, hills, dunes, snow, meadow, and the country above the clouds. */
final class Land {
  private final Sketch sketch;
  private final Dice dice;

  Land(Sketch sketch, Dice dice) {
    this.sketch = sketch;
    this.dice = dice;
  }

  void canyon() {
    hill(
        "far rocks",
        "M0 300L40 296L52 232L118 230L128 300L168 306L180 268L214 266L226 318L330 316L338 250L392 248L404 306L452 304L462 214L512 212V512H0Z",
        "#6d2b4a",
        .85);
    hill(
        "near rocks", "M0 360C70 336 130 356 190 380C280 410 370 346 512 372V512H0Z", "#43203c", 1);
    hill(
        "the ground", "M0 424C90 400 180 410 256 424C350 440 440 404 512 420V512H0Z", "#2b172f", 1);
  }

  void forest() {
    double[][] far = {
      {40, 350, 200},
      {104, 352, 150},
      {414, 352, 170},
      {474, 350, 220},
      {160, 352, 110},
      {356, 352, 120}
    };
    double[][] near = {{10, 420, 300}, {500, 420, 280}, {78, 420, 160}, {436, 420, 150}};
    for (double[] tree : far) {
      pine("far trees", tree[0] + dice.between(-10, 10), tree[1], tree[2], "#3b7565");
    }
    hill("the far ground", "M0 366C120 340 380 342 512 368V512H0Z", "#2b6057", 1);
    for (double[] tree : near) {
      pine("near trees", tree[0] + dice.between(-8, 8), tree[1], tree[2], "#1d4a48");
    }
    hill("the ground", "M0 404C120 384 380 388 512 410V512H0Z", "#173c3b", 1);
    hill("the ground", "M0 442C140 424 360 426 512 446V512H0Z", "#0f2d30", 1);
  }

  void clouds() {
    hill(
        "far clouds",
        "M0 392C30 360 66 372 80 384C96 350 150 352 160 386C190 372 214 384 220 400C262 376 306 384 316 404C340 372 392 372 402 400C430 374 480 376 512 396V512H0Z",
        "#d9a7c6",
        .75);
    hill(
        "near clouds",
        "M0 440C40 410 84 420 96 436C120 406 172 410 184 440C214 422 262 424 276 446C300 420 352 420 366 444C398 418 456 416 512 440V512H0Z",
        "#f3c9c4",
        1);
    hill(
        "the lowest clouds",
        "M0 474C60 452 120 456 150 472C210 450 300 456 330 476C390 454 460 456 512 472V512H0Z",
        "#ffe3cf",
        1);
  }

  void terraces() {
    hill(
        "far hills",
        "M0 310C60 250 130 250 180 300C240 246 330 256 370 306C420 262 470 262 512 296V512H0Z",
        "#8fae86",
        .9);
    for (String row :
        new String[] {
          "M0 338Q90 280 190 326",
          "M0 366Q100 306 210 350",
          "M320 336Q410 286 512 326",
          "M310 364Q410 312 512 354"
        }) {
      sketch.line(Phase.LAND, "rows of tea", Curve.of(row), Color.decode("#6f9473"), 6, .7);
    }
    hill("near hills", "M0 392C100 352 400 352 512 392V512H0Z", "#4f7d5d", 1);
    sketch.line(
        Phase.LAND,
        "near hills",
        Curve.of("M0 420Q256 372 512 420"),
        Color.decode("#3b664e"),
        7,
        1);
    hill("the ground", "M0 446C120 420 390 420 512 446V512H0Z", "#2f5546", 1);
  }

  void dunes() {
    sketch.fill(
        Phase.LAND,
        "far dunes",
        Curve.of("M0 348C80 300 150 292 230 330C300 300 400 276 512 330V512H0Z"),
        Color.decode("#d99a62"),
        .9);
    hill(
        "far dunes",
        "M230 330C290 300 340 292 380 300C340 320 300 350 330 380H180Z",
        "#c07f50",
        .6);
    cactus(74, 372, 1);
    cactus(446, 362, .8);
    hill(
        "near dunes",
        "M0 392C110 352 210 380 290 396C370 410 440 380 512 384V512H0Z",
        "#bf7a4c",
        1);
    hill(
        "the ground",
        "M0 434C120 410 220 424 300 432C390 440 450 420 512 428V512H0Z",
        "#955a40",
        1);
  }

  void snow() {
    hill(
        "far mountains",
        "M0 350L70 236L104 280L150 214L226 330L300 260L352 310L420 206L470 270L512 240V512H0Z",
        "#7f9fc6",
        .8);
    hill(
        "their snow",
        "M70 236L104 280L88 284L74 268L58 278L46 274ZM150 214L186 268L164 258L150 276L136 258L120 254ZM420 206L452 248L430 244L416 262L404 244L390 250Z",
        "#f4f8ff",
        .85);
    pine("near trees", 34, 400, 140, "#5d86a8");
    pine("near trees", 474, 400, 170, "#5d86a8");
    pine("near trees", 88, 404, 90, "#6b94b4");
    hill(
        "near snow", "M0 388C100 362 200 390 280 384C380 372 450 392 512 380V512H0Z", "#d5e4f2", 1);
    hill("the ground", "M0 432C120 414 380 416 512 436V512H0Z", "#f2f5fa", 1);
  }

  void meadow() {
    hill(
        "far hills", "M0 330C80 270 170 280 240 320C320 270 420 270 512 318V512H0Z", "#8fc08f", .9);
    for (double[] tree :
        new double[][] {{54, 300, 40}, {96, 312, 28}, {442, 296, 42}, {484, 308, 30}}) {
      sketch.fill(
          Phase.LAND,
          "far trees",
          Shapes.box(tree[0] - 4, tree[1], 8, 40, 3),
          Color.decode("#6d8a66"),
          1);
      sketch.fill(
          Phase.LAND,
          "far trees",
          Shapes.oval(tree[0], tree[1], tree[2] * .8, tree[2]),
          Color.decode("#6fa878"),
          1);
    }
    hill("near hills", "M0 384C110 350 390 350 512 388V512H0Z", "#6aa565", 1);
    hill("the ground", "M0 436C120 412 390 414 512 438V512H0Z", "#4a8552", 1);
    for (int i = 0; i < 14; i++) {
      double x = i < 7 ? dice.between(14, 130) : dice.between(382, 498);
      flower(x, dice.between(394, 480), dice.of("#fff3f0", "#f7b6c2", "#ffdf7a", "#c9b2ee"));
    }
  }

  private void flower(double x, double y, String color) {
    for (int petal = 0; petal < 5; petal++) {
      Shape leaf = Shapes.turned(Shapes.oval(x, y - 5, 3.4, 4.6), petal * 72, x, y);
      sketch.fill(Phase.LAND, "flowers", leaf, Color.decode(color), .95);
    }
    sketch.fill(Phase.LAND, "flowers", Shapes.dot(x, y, 2.8), Color.decode("#f2a93f"), 1);
  }

  private void cactus(double x, double y, double size) {
    Shape trunk =
        Curve.of(
            "M-13 10V-96C-13 -116 13 -116 13 -96V10ZM-13 -26H-30C-42 -26 -44 -36 -44 -46V-66C-44 -78 -26 -78 -26 -66V-46H-13ZM13 -42H24V-74C24 -86 42 -86 42 -74V-40C42 -28 36 -22 26 -22H13Z");
    sketch.fill(
        Phase.LAND,
        "cactuses",
        Shapes.moved(Shapes.scaled(trunk, size, 0, 0), x, y),
        Color.decode("#6d8a5c"),
        .9);
  }

  private void pine(String label, double x, double y, double h, String color) {
    Shape tree =
        Curve.of("M0 -1L0.2 -.55H0.1L0.28 -.22H0.12L0.34 0H-.34L-.12 -.22H-.28L-.1 -.55H-.2Z");
    sketch.fill(
        Phase.LAND,
        label,
        Shapes.moved(Shapes.scaled(tree, h, 0, 0), x, y),
        Color.decode(color),
        1);
  }

  private void hill(String label, String path, String color, double opacity) {
    sketch.fill(Phase.LAND, label, Curve.of(path), Color.decode(color), opacity);
  }
}
