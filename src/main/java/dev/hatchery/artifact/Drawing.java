package dev.hatchery.artifact;

import java.util.List;

/**
 * A drawing, whatever it is drawn with; lengths are in pixels, from the upper left.
 *
 * @param says what it shows, in a sentence
 */
record Drawing(int width, int height, String says, List<Shape> shapes) {
  Drawing {
    shapes = List.copyOf(shapes);
  }

  /** One part of it. */
  sealed interface Shape {}

  /** A filled rectangle. */
  record Box(double x, double y, double width, double height, Ink ink) implements Shape {}

  /** One line of text; {@code x} is where it begins. */
  record Text(double x, double baseline, String text, Ink ink) implements Shape {}

  /** The product's colours by their meaning, by day. */
  enum Ink {
    PAPER("#f2fbfa"),
    TRACK("#d2eaec"),
    LINE("#61828a"),
    BAR("#c5630c"),
    TEXT("#092c38");

    private final String hex;

    Ink(String hex) {
      this.hex = hex;
    }

    /** As in {@code #092c38}. */
    String hex() {
      return hex;
    }
  }
}
