package dev.hatchery.avatar.painter.parts;

import dev.hatchery.avatar.painter.Shapes;
import dev.hatchery.avatar.painter.Signature;
import dev.hatchery.avatar.painter.Sketch;
import java.awt.Color;

/** The sign above the head, standing on the crown at (0, 0) and growing upwards. */
public final class Signatures {
  private final Brush brush;

  private Signatures(Brush brush) {
    this.brush = brush;
  }

  /** Draws the sign on a crown. */
  public static void draw(Sketch sketch, Signature signature, double x, double crownY) {
    double up = Math.max(0, 84 - crownY);
    String label = "the sign above the head";
    new Signatures(new Brush(sketch, label, x, crownY + up * .6, crownY < 90 ? .85 : 1))
        .sign(signature);
  }

  private void sign(Signature signature) {
    switch (signature) {
      case FLAME -> flame();
      case SPROUT -> sprout();
      case GEAR -> gear();
      case CLOUD -> cloud();
      case STAR -> star();
      case CRYSTAL -> crystal();
      case MOON ->
          brush
              .fill(
                  "M6 -70C-26 -64 -30 -18 4 -12C-6 -18 -14 -30 -12 -44C-10 -58 -2 -66 6 -70Z",
                  "#f8e6a8")
              .fill("M-16 -56C-24 -40 -20 -22 -4 -14C-16 -18 -26 -30 -24 -44Z", "#fffbe0", .8);
      case HEART ->
          brush
              .fill(
                  "M0 -14C-40 -40 -28 -72 -10 -66C-4 -64 0 -58 0 -54C0 -58 4 -64 10 -66C28 -72 40 -40 0 -14Z",
                  "#ee6b73")
              .fill("M-18 -56C-24 -50 -20 -40 -14 -34C-16 -42 -16 -50 -10 -58Z", "#ffc1b8", .9);
      case DROP ->
          brush
              .fill(
                  "M0 -74C14 -52 24 -42 24 -30C24 -16 12 -8 0 -8C-12 -8 -24 -16 -24 -30C-24 -42 -14 -52 0 -74Z",
                  "#6fb6ec")
              .fill(
                  "M8 -54C16 -44 22 -38 20 -28C18 -16 6 -12 -4 -12C8 -20 14 -34 8 -54Z",
                  "#3f7fc0",
                  .55)
              .oval(-10, -34, 5, 9, "#e8f6ff", .9);
      case CAP -> cap();
      case NOTE ->
          brush
              .line("M-6 -18V-62Q10 -58 22 -66V-26", "#fff3d0", 6)
              .oval(-15, -17, 11, 8, "#fff3d0", 1)
              .oval(13, -25, 11, 8, "#fff3d0", 1)
              .line("M-6 -54Q10 -50 22 -58", "#fff3d0", 6);
      case BOLT ->
          brush
              .fill("M8 -80L-24 -34H-4L-12 -4L24 -50H4L16 -80Z", "#ffd84a")
              .fill("M8 -80L-24 -34H-14L10 -74Z", "#fff3b0", .9);
      case FLAKE -> flake();
      case BLOSSOM -> blossom();
      case BULB -> bulb();
      case BUBBLES -> bubbles();
      case LEAF ->
          brush
              .line("M0 4C0 -14 2 -24 8 -34", "#8a5a34", 5)
              .fill("M6 -30C-22 -40 -22 -74 14 -88C34 -64 30 -38 6 -30Z", "#e58a3a")
              .fill("M6 -30C24 -40 28 -64 14 -88C38 -66 34 -36 6 -30Z", "#b9582c", .7)
              .line("M6 -32C4 -50 6 -64 12 -78", "#ffce8a", 3);
    }
  }

  private void flame() {
    brush.fill(
        "M-66 22C-80 -12 -60 -32 -46 -50C-44 -28 -30 -24 -24 -40C-20 -58 -6 -70 4 -86C10 -62 20 -50 26 -38C34 -50 38 -52 42 -62C58 -36 76 -12 62 24Z",
        "#f2a03d");
    brush.fill(
        "M-42 18C-48 -6 -34 -16 -28 -24C-20 -12 -10 -18 2 -44C12 -18 22 -12 30 -24C40 -10 44 2 40 20Z",
        "#ffd976");
    brush.fill("M-16 16C-20 0 -8 -6 0 -20C8 -8 18 0 14 16Z", "#fff3b8", .9);
  }

  private void sprout() {
    brush.line("M2 8C2 -16 8 -32 20 -42", "#4d8a3e", 6);
    brush
        .fill("M18 -38C14 -64 36 -76 56 -70C56 -50 40 -36 18 -38Z", "#b7dc6a")
        .fill("M18 -38C34 -40 48 -52 56 -70C58 -50 40 -34 18 -38Z", "#7fb24e", .7);
    brush
        .fill("M8 -20C-10 -18 -22 -32 -20 -48C-2 -50 10 -36 8 -20Z", "#8cc257")
        .fill("M8 -20C-2 -28 -12 -36 -20 -48C-22 -30 -10 -16 8 -20Z", "#5f9a46", .6);
  }

  private void gear() {
    brush.fill(Shapes.gear(0, -38, 25, 8), new Color(0xc9973f), 1);
    brush.fill(
        Shapes.without(Shapes.gear(0, -38, 25, 8), Shapes.dot(-6, -44, 26)),
        new Color(0x8a5a24),
        .7);
    brush.dot(0, -38, 12, "#8a5426").dot(0, -38, 7, "#ffe0a0").line("M0 -2V-14", "#a87830", 6);
  }

  private void cloud() {
    brush.fill(
        "M-46 -22C-62 -26 -58 -48 -42 -46C-38 -66 -12 -70 -2 -58C12 -74 40 -64 38 -46C56 -48 60 -24 44 -22Z",
        "#f6f1ff");
    brush.fill(
        "M-52 -32C-30 -24 30 -24 54 -36C56 -28 52 -22 44 -22H-46C-50 -22 -54 -26 -52 -32Z",
        "#b9a8ea",
        .7);
    brush
        .oval(-24, -10, 3, 6, "#8fc0f4", 1)
        .oval(2, -6, 3, 6, "#8fc0f4", 1)
        .oval(26, -11, 3, 6, "#8fc0f4", 1);
  }

  private void star() {
    brush.fill(
        "M0 -82L11 -58L37 -55L18 -37L23 -11L0 -24L-23 -11L-18 -37L-37 -55L-11 -58Z", "#ffd75e");
    brush
        .fill("M0 -82L11 -58L37 -55L18 -37L23 -11L0 -24L10 -44Z", "#e89a2e", .55)
        .fill("M0 -74L-9 -54L-28 -52L-12 -46Z", "#fff6c8", .9);
  }

  private void crystal() {
    brush
        .fill("M-26 0L-40 -30L-28 -52L-14 -26L-8 4Z", "#a58be0")
        .fill("M26 0L40 -26L30 -46L14 -24L8 4Z", "#7f6ac8");
    brush
        .fill("M0 -92L20 -58L14 4H-14L-20 -58Z", "#8fd6ee")
        .fill("M0 -92L20 -58L14 4H2L6 -54Z", "#4a8fc0", .65)
        .fill("M0 -92L-20 -58L-15 -20L-8 -58Z", "#e8fbff", .8);
  }

  private void cap() {
    brush
        .line("M0 6V-20", "#f4ead2", 13)
        .fill(
            "M-38 -18C-38 -48 -16 -60 0 -60C16 -60 38 -48 38 -18C20 -12 -20 -12 -38 -18Z",
            "#e2604a");
    brush.fill(
        "M14 -56C30 -50 38 -38 38 -18C28 -15 16 -13 4 -13C24 -24 26 -42 14 -56Z", "#a8383a", .6);
    brush
        .dot(-14, -38, 6, "#fff3dd")
        .dot(8, -46, 5, "#fff3dd")
        .dot(20, -28, 4.5, "#fff3dd")
        .dot(-24, -24, 4, "#fff3dd");
  }

  private void flake() {
    for (int arm = 0; arm < 6; arm++) {
      brush.turned(0).line(arm(arm), Color.WHITE, 5, .95);
    }
    brush.dot(0, -40, 6, "#d8efff");
  }

  private static String arm(int arm) {
    double a = Math.PI * arm / 3;
    double x = Math.sin(a);
    double y = -Math.cos(a);
    return path(0, -40, 32 * x, -40 + 32 * y)
        + path(
            20 * x,
            -40 + 20 * y,
            20 * x + 9 * Math.sin(a + .9),
            -40 + 20 * y - 9 * Math.cos(a + .9))
        + path(
            20 * x,
            -40 + 20 * y,
            20 * x + 9 * Math.sin(a - .9),
            -40 + 20 * y - 9 * Math.cos(a - .9));
  }

  private static String path(double x, double y, double toX, double toY) {
    return "M"
        + Math.round(x)
        + " "
        + Math.round(y)
        + "L"
        + Math.round(toX)
        + " "
        + Math.round(toY);
  }

  private void blossom() {
    for (int petal = 0; petal < 5; petal++) {
      brush.fill(
          Shapes.turned(Shapes.oval(0, -44, 12, 16), petal * 72, 0, -26),
          new Color(petal % 2 == 0 ? 0xf7a8bf : 0xf395b0),
          1);
    }
    brush.dot(0, -26, 10, "#ffd667").dot(-3, -29, 4, "#fff2b8");
  }

  private void bulb() {
    brush
        .fill(
            "M-10 -20C-12 -32 -26 -38 -26 -56C-26 -74 -12 -84 0 -84C12 -84 26 -74 26 -56C26 -38 12 -32 10 -20Z",
            "#ffe68a")
        .oval(-9, -64, 7, 10, "#fffbe0", .9);
    brush
        .fill("M-10 -20H10V-8C10 -4 -10 -4 -10 -8Z", "#a9a3b5")
        .line("M-9 -14H9", "#7d788c", 3)
        .line("M-6 -30L-8 -48L0 -42L8 -48L6 -30", "#d9922e", 3);
  }

  private void bubbles() {
    double[][] all = {{-20, -30, 15}, {16, -48, 20}, {-4, -74, 9}};
    for (double[] b : all) {
      brush
          .oval(b[0], b[1], b[2], b[2], "#c9f1ff", .45)
          .oval(b[0] - b[2] * .35, b[1] - b[2] * .4, b[2] * .28, b[2] * .28, "#ffffff", .95);
    }
    brush.line("M26 -34Q36 -42 34 -54", Color.WHITE, 3, .7);
  }
}
