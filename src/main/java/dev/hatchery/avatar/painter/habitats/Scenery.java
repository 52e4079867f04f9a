package dev.hatchery.avatar.painter.habitats;

import dev.hatchery.avatar.painter.Dice;
import dev.hatchery.avatar.painter.Habitat;
import dev.hatchery.avatar.painter.Phase;
import dev.hatchery.avatar.painter.Shapes;
import dev.hatchery.avatar.painter.Sketch;
import java.awt.Color;
import java.awt.LinearGradientPaint;
import java.awt.Paint;

/** All that lies behind the creature: sky, disc, far shapes, near shapes, ground. */
public final class Scenery {
  private static final float[] STOPS = {0f, .42f, .72f, 1f};
  private static final String[] WASHES = {
    "a first wash of sky", "the high sky", "the lower sky", "the sky at the horizon"
  };

  private final Sketch sketch;
  private final Habitat habitat;
  private final Dice dice;

  /** The scenery of one picture. */
  public Scenery(Sketch sketch, Habitat habitat, Dice dice) {
    this.sketch = sketch;
    this.habitat = habitat;
    this.dice = dice;
  }

  /** Puts the whole scenery into the sketch. */
  public void draw() {
    sky();
    disc();
    land(new Land(sketch, dice));
    if (habitat != Habitat.UNDERWATER && habitat != Habitat.DAWN_SKY && habitat != Habitat.SPACE) {
      sketch.fill(
          Phase.LAND,
          "the shadow on the ground",
          Shapes.oval(260, 438, 150, 16),
          habitat.shadow(),
          .55);
    }
  }

  /** Four washes over the whole paper, each deeper and with one colour of the sky more. */
  private void sky() {
    Color[] sky = habitat.sky();
    for (int wash = 0; wash < sky.length; wash++) {
      Color[] stops = new Color[sky.length];
      for (int i = 0; i < stops.length; i++) {
        stops[i] = i <= wash ? faded(sky[i], .09 * (3 - wash)) : faded(sky[wash], .5);
      }
      Paint paint = new LinearGradientPaint(0, 0, 0, (float) Sketch.SIZE, STOPS, stops);
      sketch.paint(Phase.SKY, WASHES[wash], Shapes.all(), paint);
    }
  }

  private void disc() {
    Color disc = habitat.disc();
    sketch.fill(
        Phase.DISC,
        "the ring of light",
        Shapes.dot(256, 216, 160),
        disc,
        habitat.haze() * .35 + .03);
    sketch.fill(Phase.DISC, "the pale disc", Shapes.dot(256, 216, 125), disc, habitat.haze());
    if (habitat == Habitat.NIGHT_CITY) {
      Color spot = new Color(0xe2d0a0);
      sketch.fill(Phase.DISC, "the pale disc", Shapes.dot(176, 160, 17), spot, .6);
      sketch.fill(Phase.DISC, "the pale disc", Shapes.dot(344, 262, 22), spot, .6);
      sketch.fill(Phase.DISC, "the pale disc", Shapes.dot(330, 134, 10), spot, .6);
    }
  }

  private void land(Land land) {
    switch (habitat) {
      case EMBER_CANYON -> land.canyon();
      case OLD_FOREST -> land.forest();
      case DAWN_SKY -> land.clouds();
      case NIGHT_CITY -> new Places(sketch, dice).city();
      case TEA_HILLS -> land.terraces();
      case BLUE_COAST -> new Places(sketch, dice).coast();
      case SNOW_FIELD -> land.snow();
      case DESERT -> land.dunes();
      case UNDERWATER -> new Places(sketch, dice).reef();
      case LIBRARY -> new Places(sketch, dice).shelves();
      case SPACE -> new Places(sketch, dice).planets();
      case MEADOW -> land.meadow();
      case CRYSTAL_CAVE -> new Places(sketch, dice).crystals();
    }
  }

  /** The colour with a share of the paper in it. */
  private static Color faded(Color color, double paper) {
    return new Color(
        mixed(color.getRed(), 243, paper),
        mixed(color.getGreen(), 234, paper),
        mixed(color.getBlue(), 216, paper));
  }

  private static int mixed(int color, int paper, double share) {
    return (int) Math.round(color + (paper - color) * share);
  }
}
