package dev.hatchery.avatar.painter.habitats;

import dev.hatchery.avatar.painter.Curve;
import dev.hatchery.avatar.painter.Dice;
import dev.hatchery.avatar.painter.Phase;
import dev.hatchery.avatar.painter.Shapes;
import dev.hatchery.avatar.painter.Sketch;
import java.awt.Color;
import java.awt.Shape;

/** Places with things in them: city, coast, reef, library, space, cave. */
final class Places {
  private static final String[] SPINES = {
    "#7a3b46", "#3f5a6b", "#b0774a", "#5a6b4a", "#8a5a7a", "#c99a5a"
  };

  private final Sketch sketch;
  private final Dice dice;

  Places(Sketch sketch, Dice dice) {
    this.sketch = sketch;
    this.dice = dice;
  }

  void city() {
    fill(
        "far towers",
        Curve.of(
            "M0 512V330H40V290L58 262L76 290V350H110V316H150V360H190V340H330V356H366V300H380V240L398 206L416 240V300H430V336H470V310H512V512Z"),
        "#24386d",
        .95);
    double[][] windows = {
      {54, 302, 7, 12},
      {394, 262, 8, 14},
      {482, 330, 7, 10},
      {124, 332, 7, 10},
      {444, 356, 7, 10},
      {20, 350, 7, 10}
    };
    for (double[] w : windows) {
      fill("lit windows", Shapes.box(w[0], w[1], w[2], w[3], 1), "#ffd98a", .8);
    }
    fill(
        "the near roof",
        Curve.of("M0 512V420H60V396H96V430H420V402H452V424H512V512Z"),
        "#101c40",
        1);
  }

  void coast() {
    fill("the sea", Curve.of("M0 356H512V512H0Z"), "#2c7186", 1);
    fill(
        "far capes",
        Curve.of("M360 356C400 316 460 312 512 330V356ZM0 356V330C40 322 70 340 96 356Z"),
        "#1f4f6b",
        1);
    sketch.line(
        Phase.LAND,
        "light on the water",
        Curve.of("M30 376h60M120 388h40M420 372h62M380 392h40M20 400h30"),
        Color.decode("#bfe3d6"),
        4,
        .5);
    fill(
        "the near shore",
        Curve.of("M0 430C80 400 170 416 256 426C350 438 440 406 512 424V512H0Z"),
        "#1a3d53",
        1);
    fill("the ground", Curve.of("M0 456C120 436 380 440 512 458V512H0Z"), "#112d42", 1);
  }

  void reef() {
    fill(
        "rays of light",
        Curve.of("M120 0L40 420H120L190 0ZM300 0L330 400H420L370 0Z"),
        "#c9f2e6",
        .1);
    fill(
        "far rocks",
        Curve.of(
            "M0 512V330C30 310 56 330 62 372C84 350 110 366 116 410H400C406 350 436 330 452 350C460 310 490 300 512 316V512Z"),
        "#14557a",
        .8);
    for (double x : new double[] {36, 70, 448, 484}) {
      double lean = dice.between(-16, 16);
      Shape weed =
          Curve.of("M0 0C-22 -40 20 -70 " + num(lean) + " -" + num(dice.between(110, 170)));
      sketch.line(Phase.LAND, "weeds", Shapes.moved(weed, x, 450), Color.decode("#2f8f84"), 13, .9);
    }
    fill(
        "the sea bed",
        Curve.of("M0 424C110 404 230 428 300 424C390 418 450 404 512 420V512H0Z"),
        "#1a4d6e",
        1);
    fill("the sea bed", Curve.of("M0 462C120 444 380 448 512 466V512H0Z"), "#133d5c", 1);
    branch(96, 450, "#e8817a");
    branch(424, 446, "#f2b56b");
  }

  void shelves() {
    for (int row = 0; row < 4; row++) {
      double y = 96 + row * 92;
      books(0, 118, y);
      books(394, 512, y);
      fill("shelves", Shapes.box(-6, y, 128, 9, 2), "#4a2a30", 1);
      fill("shelves", Shapes.box(390, y, 128, 9, 2), "#4a2a30", 1);
    }
    fill("the floor", Curve.of("M0 410H512V512H0Z"), "#4f2c33", 1);
    fill("the carpet", Shapes.oval(256, 450, 240, 44), "#7d3b40", 1);
    fill("the carpet", Shapes.oval(256, 450, 212, 34), "#99504a", 1);
  }

  void planets() {
    fill("a far planet", Shapes.dot(84, 128, 38), "#d98aa8", .9);
    fill(
        "a far planet",
        Shapes.without(Shapes.dot(84, 128, 38), Shapes.dot(72, 118, 40)),
        "#7a3f86",
        .6);
    sketch.line(
        Phase.LAND,
        "its ring",
        Shapes.turned(Shapes.oval(84, 128, 60, 13), -18, 84, 128),
        Color.decode("#f3cfa6"),
        4,
        .7);
    fill("a small moon", Shapes.dot(436, 94, 17), "#cfd3f2", .8);
    for (int i = 0; i < 46; i++) {
      fill(
          "far stars",
          Shapes.dot(dice.between(6, 506), dice.between(6, 400), dice.between(.7, 1.9)),
          "#ffffff",
          dice.between(.4, .9));
    }
    fill("the ground", Curve.of("M-20 470C90 396 420 396 532 470V530H-20Z"), "#4a3f86", 1);
    fill("the ground", Curve.of("M-20 500C120 424 430 430 532 496V530H-20Z"), "#372f6e", 1);
    fill("craters", Shapes.oval(96, 452, 26, 8), "#2b2459", .8);
    fill("craters", Shapes.oval(426, 458, 32, 9), "#2b2459", .8);
    fill("the shadow on the ground", Shapes.oval(258, 438, 140, 15), "#1a1542", .6);
  }

  void crystals() {
    fill(
        "the cave's wall",
        Curve.of(
            "M0 0H512V120L476 90L450 150L420 60L392 96L364 30L320 64L280 20L236 56L196 26L150 84L120 48L86 140L52 84L24 168L0 120Z"),
        "#15112e",
        .85);
    fill(
        "far rocks",
        Curve.of(
            "M0 512V330L44 300L80 356L128 344L168 392H352L396 340L440 356L470 306L512 330V512Z"),
        "#2a2352",
        .9);
    crystal(56, 424, 130, -12, "#7fc4e8");
    crystal(92, 432, 84, 14, "#a58be0");
    crystal(452, 424, 140, 12, "#d48ad0");
    crystal(414, 432, 80, -12, "#7fd8d0");
    fill("the ground", Curve.of("M0 420C110 404 390 404 512 424V512H0Z"), "#1f1a42", 1);
  }

  private void books(double from, double to, double shelf) {
    double x = from + 3;
    while (x < to - 12) {
      double width = dice.between(11, 20);
      double height = dice.between(46, 74);
      fill("books", Shapes.box(x, shelf - height, width - 2, height, 2), dice.of(SPINES), .85);
      x += width;
    }
  }

  private void crystal(double x, double y, double h, double lean, String color) {
    Shape whole = Curve.of("M0 -1L0.17 -.74L0.14 0H-.14L-.17 -.74Z");
    Shape side = Curve.of("M0 -1L0.17 -.74L0.14 0H0.02Z");
    fill(
        "crystals",
        Shapes.turned(Shapes.moved(Shapes.scaled(whole, h, 0, 0), x, y), lean, x, y),
        color,
        .9);
    fill(
        "crystals",
        Shapes.turned(Shapes.moved(Shapes.scaled(side, h, 0, 0), x, y), lean, x, y),
        "#3b2f6b",
        .4);
  }

  private void branch(double x, double y, String color) {
    Shape coral =
        Curve.of(
            "M0 0V-60M0 -20C-24 -24 -26 -40 -24 -56M0 -34C20 -38 24 -52 22 -70M-24 -40C-36 -42 -38 -50 -38 -58");
    sketch.line(Phase.LAND, "corals", Shapes.moved(coral, x, y), Color.decode(color), 11, .9);
  }

  private void fill(String label, Shape shape, String color, double opacity) {
    sketch.fill(Phase.LAND, label, shape, Color.decode(color), opacity);
  }

  private static String num(double value) {
    return Long.toString(Math.round(value));
  }
}
