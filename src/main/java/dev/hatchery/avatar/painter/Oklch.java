package dev.hatchery.avatar.painter;

import java.awt.Color;

/**
 * A colour by lightness 0..1, chroma 0..0.4 and hue in degrees, in the perceptual space OKLCH,
 * where "a little darker and cooler" means the same for yellow as for blue.
 */
public record Oklch(double lightness, double chroma, double hue) {

  /** The same colour in this space. */
  public static Oklch of(Color color) {
    double r = linear(color.getRed());
    double g = linear(color.getGreen());
    double b = linear(color.getBlue());
    double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    double a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
    double bb = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
    double hue = (Math.toDegrees(Math.atan2(bb, a)) + 360) % 360;
    return new Oklch(
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s, Math.hypot(a, bb), hue);
  }

  /** The nearest colour of the screen. */
  public Color color() {
    double a = chroma * Math.cos(Math.toRadians(hue));
    double b = chroma * Math.sin(Math.toRadians(hue));
    double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
    double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
    double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
    return new Color(
        gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
        gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
        gamma(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
  }

  /** With the lightness moved by a share of the way to white (positive) or black (negative). */
  public Oklch lighter(double share) {
    double to = share > 0 ? lightness + (1 - lightness) * share : lightness * (1 + share);
    return new Oklch(to, chroma, hue);
  }

  /** With the chroma multiplied. */
  public Oklch vivid(double factor) {
    return new Oklch(lightness, Math.min(0.3, chroma * factor), hue);
  }

  /** With the hue moved at most that many degrees the short way to another one. */
  public Oklch towards(double target, double degrees) {
    double way = (target - hue + 540) % 360 - 180;
    double step = Math.signum(way) * Math.min(Math.abs(way), degrees);
    return new Oklch(lightness, chroma, (hue + step + 360) % 360);
  }

  private static double cube(double value) {
    return value * value * value;
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  private static int gamma(double linear) {
    double c = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    return (int) Math.round(255 * Math.clamp(c, 0.0, 1.0));
  }
}
