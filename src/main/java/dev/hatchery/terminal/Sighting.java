package dev.hatchery.terminal;

import java.util.OptionalDouble;

/**
 * A bar found in a stretch of text.
 *
 * @param complete whether all of it is there: a number at the end of an unfinished one may lack its
 *     last digits
 * @param tail text that the program printed right behind the bar, may be empty
 */
record Sighting(Reading.Bar bar, boolean complete, String tail) {

  // tqdm rounds to whole percents, and sizes to three digits.
  private static final double ROUNDING = 2;

  /**
   * The bar as far as it can be believed: a line cut off at the terminal's edge may say 1/2 of
   * 1/20.
   */
  Reading.Bar settled() {
    boolean nothingToCompare = bar.percent().isEmpty() && bar.total().isEmpty();
    return complete || nothingToCompare || agrees() ? bar : bar.percentOnly();
  }

  /** The bar when more of it may still arrive. */
  Reading.Bar soFar() {
    return complete ? bar : bar.percentOnly();
  }

  private boolean agrees() {
    OptionalDouble percent = bar.percent();
    OptionalDouble fraction = bar.fraction();
    return percent.isPresent()
        && bar.total().isPresent()
        && fraction.isPresent()
        && Math.abs(fraction.getAsDouble() * 100 - percent.getAsDouble()) <= ROUNDING;
  }
}
