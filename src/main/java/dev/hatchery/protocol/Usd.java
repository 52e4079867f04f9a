package dev.hatchery.protocol;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of money, exactly.
 *
 * @param micros millionths of a dollar, never below zero
 */
public record Usd(long micros) implements Comparable<Usd> {
  private static final int MICRO_DIGITS = 6;
  private static final int CENT_DIGITS = 2;

  /** Nothing. */
  public static final Usd ZERO = new Usd(0);

  public Usd {
    if (micros < 0) {
      throw new IllegalArgumentException("an amount is not below zero");
    }
  }

  /**
   * So many dollars; what is finer than a millionth is rounded up, so that no cost gets lost.
   *
   * @throws IllegalArgumentException below zero or beyond what can be counted
   */
  public static Usd of(BigDecimal dollars) {
    var micros = dollars.movePointRight(MICRO_DIGITS).setScale(0, RoundingMode.CEILING);
    if (micros.precision() > Long.toString(Long.MAX_VALUE).length() - 1) {
      throw new IllegalArgumentException("an amount has at most 12 digits before its point");
    }
    return new Usd(micros.longValueExact());
  }

  /** So many dollars, such as {@code "0.005"}. */
  public static Usd of(String dollars) {
    return of(new BigDecimal(dollars));
  }

  /** Both together. */
  public Usd plus(Usd other) {
    return new Usd(Math.addExact(micros, other.micros));
  }

  /** What is left of this without the other; nothing where the other is more. */
  public Usd minus(Usd other) {
    return new Usd(Math.max(0, micros - other.micros));
  }

  /** So many times this. */
  public Usd times(long count) {
    return new Usd(Math.multiplyExact(micros, count));
  }

  /** In dollars, exactly. */
  public BigDecimal dollars() {
    return BigDecimal.valueOf(micros, MICRO_DIGITS);
  }

  @Override
  public int compareTo(Usd other) {
    return Long.compare(micros, other.micros);
  }

  /** As in {@code $5.23}; where there are parts of a cent they are shown too. */
  @Override
  public String toString() {
    var shortest = dollars().stripTrailingZeros();
    return "$" + shortest.setScale(Math.max(CENT_DIGITS, shortest.scale())).toPlainString();
  }
}
