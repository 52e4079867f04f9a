package dev.hatchery.avatar.painter;

import java.awt.Color;

/** A local colour with its cooler shade, its warm light and the dark of its lines. */
public record Tone(Color base, Color shade, Color light, Color line) {
  private static final double COOL = 300;
  private static final double WARM = 75;

  /** The family around a base colour. */
  public static Tone of(Color base) {
    Oklch own = Oklch.of(base);
    boolean grey = own.chroma() < 0.03;
    Oklch cool =
        grey ? new Oklch(own.lightness(), own.lightness() > 0.85 ? 0.07 : 0.035, 290) : own;
    double fall = own.lightness() > 0.85 ? -0.17 : -0.33;
    Color shade = cool.lighter(fall).towards(COOL, 14).vivid(grey ? 1 : 0.88).color();
    Color light = own.lighter(0.5).towards(WARM, 25).vivid(0.95).color();
    Color line =
        new Oklch(0.31, Math.clamp(own.chroma(), 0.03, 0.09), cool.hue()).towards(COOL, 15).color();
    return new Tone(base, shade, light, line);
  }

  /** The family around a base written as {@code #rrggbb}. */
  public static Tone of(String hex) {
    return of(Color.decode(hex));
  }

  /** Somewhat darker, for parts that lie further back. */
  public Tone back() {
    return of(Oklch.of(base).lighter(-0.12).towards(COOL, 6).color());
  }

  /** Clearly darker: hands, feet, spots. */
  public Tone deep() {
    Oklch own = Oklch.of(base);
    Oklch moved = own.lightness() < 0.42 ? own.lighter(0.18) : own.lighter(-0.25).vivid(0.88);
    return of(moved.towards(COOL, own.chroma() < 0.03 ? 0 : 9).color());
  }

  /** Pale and warm, for a belly or the inside of an ear. */
  public Tone pale() {
    Oklch own = Oklch.of(base).towards(WARM, 30);
    return of(
        new Oklch(
                Math.max(0.88, own.lightness()),
                Math.min(0.085, own.chroma() * 0.6 + 0.015),
                own.hue())
            .color());
  }
}
