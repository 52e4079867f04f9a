package dev.hatchery.avatar.painter.parts;

import dev.hatchery.avatar.painter.Curve;
import dev.hatchery.avatar.painter.Dice;
import dev.hatchery.avatar.painter.Habitat;
import dev.hatchery.avatar.painter.Phase;
import dev.hatchery.avatar.painter.Shapes;
import dev.hatchery.avatar.painter.Sketch;
import java.awt.Color;
import java.awt.Shape;

/** What floats in the air around the creature: stars, leaves, flakes, bubbles, petals. */
public final class Sparks {
  private static final double[][] PLACES = {
    {446, 190, 8},
    {402, 108, 5},
    {470, 256, 4},
    {88, 132, 7},
    {62, 212, 4},
    {128, 66, 5},
    {430, 62, 6},
    {44, 296, 5}
  };
  private static final Shape LEAF = Curve.of("M-13 4Q4 -10 13 4Q-4 16 -13 4Z");

  private Sparks() {}

  /** Scatters the sparks of a habitat. */
  public static void draw(Sketch sketch, Habitat habitat, Dice dice) {
    for (double[] place : PLACES) {
      double x = place[0] + dice.between(-14, 14);
      double y = place[1] + dice.between(-14, 14);
      Color color = habitat.spark();
      switch (habitat) {
        case TEA_HILLS ->
            sketch.fill(
                Phase.SPARKS,
                "falling leaves",
                Shapes.turned(Shapes.moved(LEAF, x, y), dice.between(-50, 50), x, y),
                color,
                1);
        case SNOW_FIELD -> flakes(sketch, x, y, place[2], dice);
        case UNDERWATER -> bubble(sketch, x, y, place[2] + 4, color);
        case MEADOW ->
            sketch.fill(
                Phase.SPARKS,
                "petals in the wind",
                Shapes.turned(Shapes.oval(x, y, 8, 4.5), dice.between(-60, 60), x, y),
                dice.of(color, new Color(0xf7b6c2)),
                .95);
        case LIBRARY ->
            sketch.fill(
                Phase.SPARKS, "motes in the light", Shapes.dot(x, y, place[2] * .55), color, .8);
        default -> sketch.fill(Phase.SPARKS, "sparks", Shapes.spark(x, y, place[2]), color, 1);
      }
    }
  }

  private static void flakes(Sketch sketch, double x, double y, double size, Dice dice) {
    sketch.fill(Phase.SPARKS, "falling snow", Shapes.dot(x, y, size * .7), Color.WHITE, .95);
    for (int i = 0; i < 3; i++) {
      Shape flake =
          Shapes.dot(x + dice.between(-40, 40), y + dice.between(-40, 60), dice.between(1.6, 3.2));
      sketch.fill(Phase.SPARKS, "falling snow", flake, Color.WHITE, .85);
    }
  }

  private static void bubble(Sketch sketch, double x, double y, double r, Color color) {
    sketch.fill(Phase.SPARKS, "bubbles", Shapes.dot(x, y, r), color, .35);
    sketch.fill(
        Phase.SPARKS, "bubbles", Shapes.dot(x - r * .35, y - r * .35, r * .28), Color.WHITE, .95);
  }
}
