package dev.hatchery.avatar.painter.parts;

import dev.hatchery.avatar.painter.Held;
import dev.hatchery.avatar.painter.Shapes;
import dev.hatchery.avatar.painter.Subject;
import java.awt.Color;

/** What is held in front of the chest, drawn around its middle. */
final class HeldInFront {
  private final Subject subject;
  private final Brush brush;

  HeldInFront(Subject subject, Brush brush) {
    this.subject = subject;
    this.brush = brush;
  }

  void draw(Held held) {
    Color ink = subject.accent().base();
    Color dark = subject.accent().shade();
    switch (held) {
      case CUP -> cup(ink);
      case BOOK ->
          brush
              .fill(
                  "M-52 -30C-36 -40 -14 -38 0 -28C14 -38 36 -40 52 -30V30C36 22 14 24 0 34C-14 24 -36 22 -52 30Z",
                  ink)
              .fill("M0 -28C14 -38 36 -40 52 -30V30C36 22 14 24 0 34Z", dark)
              .fill(
                  "M-46 -36C-32 -44 -12 -42 0 -32C12 -42 32 -44 46 -36V-28C32 -36 14 -36 0 -26C-14 -36 -32 -36 -46 -28Z",
                  "#fff4da")
              .fill(Shapes.star(-25, -3, 11, 5, 5), new Color(0xffe08a), .95)
              .line("M14 -10Q26 -14 40 -9M14 4Q26 0 40 5", subject.accent().light(), 3, .7);
      case LETTER ->
          brush
              .fill("M-40 -26H40V26H-40Z", "#fff6e3")
              .fill("M-40 26L-6 -2H6L40 26Z", "#ecdcc0")
              .fill("M-40 -26H40L0 8Z", "#f6e8cc")
              .line("M-40 -26L0 8L40 -26", "#cdb48c", 3)
              .fill("M0 14C-14 4 -8 -8 0 -2C8 -8 14 4 0 14Z", "#d8504c");
      case POTION ->
          brush
              .fill(
                  "M-10 -44H10V-22C30 -14 38 2 34 18C30 32 14 36 0 36C-14 36 -30 32 -34 18C-38 2 -30 -14 -10 -22Z",
                  "#dff1f2",
                  .75)
              .fill("M-33 4C-16 12 14 -2 34 6C36 28 16 34 0 34C-16 34 -34 28 -33 4Z", ink)
              .fill("M18 2L34 6C36 28 16 34 0 34C16 28 22 16 18 2Z", dark)
              .fill("M-12 -54H12V-42H-12Z", "#b0743c")
              .dot(-10, 18, 4, "#ffffff")
              .dot(6, 12, 3, "#ffffff")
              .dot(2, 24, 2.5, "#ffffff");
      case CAKE ->
          brush
              .fill("M-30 -4H30L22 36H-22Z", "#d99a5a")
              .fill("M12 -4H30L22 36H6Z", "#a8683c", .6)
              .line("M-16 0L-12 32M0 0V32M16 0L12 32", "#b87a44", 3)
              .fill(
                  "M-38 -2C-42 -20 -24 -24 -24 -24C-24 -42 24 -42 24 -24C24 -24 42 -20 38 -2C26 6 -26 6 -38 -2Z",
                  "#ffd6de")
              .fill(
                  "M10 -36C28 -34 24 -24 24 -24C24 -24 42 -20 38 -2C30 3 16 4 6 4C26 -6 22 -26 10 -36Z",
                  "#e89ab0",
                  .6)
              .dot(0, -42, 8, "#d8404c")
              .dot(-3, -45, 2.5, "#ffffff");
      case STAR ->
          brush
              .fill(Shapes.star(0, 2, 42, 19, 5), new Color(0xffd75e), 1)
              .fill("M0 -40L10 -14L40 -10L18 8L25 36L0 21L8 0Z", "#e89a2e", .5)
              .fill(Shapes.star(-4, -2, 20, 9, 5), new Color(0xfff6c8), .8);
      case HEART ->
          brush
              .fill(
                  "M0 36C-58 0 -44 -42 -16 -36C-6 -34 0 -26 0 -20C0 -26 6 -34 16 -36C44 -42 58 0 0 36Z",
                  "#e8616b")
              .fill("M24 -36C46 -28 46 8 0 36C26 10 34 -14 24 -36Z", "#a83a50", .6)
              .oval(-20, -16, 6, 10, "#ffd0c8", .9);
      case LUTE ->
          brush
              .turned(-24)
              .line("M30 0H94", "#7a4a30", 11)
              .fill("M94 -10H112V10H94Z", "#5e3626")
              .fill(
                  "M-48 0C-50 -32 -20 -40 6 -30C26 -22 36 -10 36 0C36 10 26 22 6 30C-20 40 -50 32 -48 0Z",
                  "#d08a4a")
              .fill(
                  "M-46 12C-30 24 20 16 36 0C36 10 26 22 6 30C-18 38 -42 34 -46 12Z", "#8a4f2c", .6)
              .dot(2, 0, 11, "#4d2a20")
              .line("M-24 -4H98M-24 4H98", "#fff0d0", 1.6);
      case HONEY ->
          brush
              .fill("M-28 -24H28C38 -8 38 20 26 34H-26C-38 20 -38 -8 -28 -24Z", "#e9a23a")
              .fill("M12 -24H28C38 -8 38 20 26 34H4C24 20 24 -8 12 -24Z", "#b06a24", .6)
              .fill("M-32 -36H32V-22C32 -18 -32 -18 -32 -22Z", "#f6ead0")
              .fill("M-20 -2H20V20H-20Z", "#fff4da")
              .fill(Shapes.star(0, 9, 8, 7, 6), new Color(0xe9a23a), 1)
              .fill("M-26 -22C-26 -8 -18 -8 -18 -20Z", "#ffd676");
      default -> throw new IllegalArgumentException(held + " is held at the side");
    }
  }

  private void cup(Color ink) {
    brush
        .fill("M-38 0H38C38 30 24 48 0 48C-24 48 -38 30 -38 0Z", "#f7f2e4")
        .fill("M12 0H38C38 30 24 48 0 48C16 36 18 18 12 0Z", "#d3d6cf")
        .oval(0, 0, 38, 9, "#fffaf0", 1)
        .oval(0, 0, 32, 6.5, "#a85a2a", 1);
    brush
        .line("M-30 20Q0 32 32 20", ink, 5, 1)
        .line("M-12 -14q-8 -10 0 -18M12 -14q8 -10 0 -18", Color.WHITE, 5, .85);
  }
}
