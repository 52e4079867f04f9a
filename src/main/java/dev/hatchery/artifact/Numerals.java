package dev.hatchery.artifact;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people read them. */
final class Numerals {
  private static final MathContext DIGITS = new MathContext(6);
  private static final double LARGE = 1e12;
  private static final double SMALL = 1e-4;

  private Numerals() {}

  /** Six digits at most, as in {@code −12.5} or {@code 1.2E+15}. */
  static String of(double value) {
    var rounded = BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros();
    var size = Math.abs(value);
    var plain = size == 0 || (size >= SMALL && size < LARGE);
    return (plain ? rounded.toPlainString() : rounded.toString()).replace('-', '−');
  }
}
