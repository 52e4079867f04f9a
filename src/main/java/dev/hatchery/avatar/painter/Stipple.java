package dev.hatchery.avatar.painter;

import java.awt.Color;
import java.awt.TexturePaint;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Fine grain over the whole picture, as of paper: dark first, then light. */
final class Stipple {
  private static final int TILE = 192;
  private static final Color DARK = new Color(26, 18, 31);
  private static final Color LIGHT = new Color(255, 250, 238);

  private Stipple() {}

  static void strew(Sketch sketch) {
    sketch.paint(
        Phase.STIPPLE, "fine dark stipple", Shapes.all(), grain(new Dice("dark", 4), DARK, 44));
    sketch.paint(
        Phase.STIPPLE, "fine light stipple", Shapes.all(), grain(new Dice("light", 5), LIGHT, 22));
  }

  private static TexturePaint grain(Dice dice, Color color, int strength) {
    BufferedImage tile = new BufferedImage(TILE, TILE, BufferedImage.TYPE_INT_ARGB);
    int rgb = color.getRGB() & 0xffffff;
    for (int y = 0; y < TILE; y++) {
      for (int x = 0; x < TILE; x++) {
        double grain = dice.between(0, 1) * dice.between(0, 1);
        tile.setRGB(x, y, (int) (strength * grain) << 24 | rgb);
      }
    }
    return new TexturePaint(tile, new Rectangle2D.Double(0, 0, TILE / 1.5, TILE / 1.5));
  }
}
