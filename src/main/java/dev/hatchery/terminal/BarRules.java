package dev.hatchery.terminal;

import java.util.Optional;

/**
 * Which of a program's bars is its work; all others are preparation.
 *
 * @param description how that bar's description begins, {@code ""} when any bar will do; empty when
 *     it is the one without any
 * @param passes how many such bars the work takes, 1..100; 0 when nobody knows
 */
public record BarRules(Optional<String> description, int passes) {

  private static final int PASSES_MOST = 100;

  /** Throws {@link IllegalArgumentException} with a sentence when invalid. */
  public BarRules {
    if (passes < 0 || passes > PASSES_MOST) {
      throw new IllegalArgumentException("passes must be 0 to 100, was " + passes);
    }
  }

  /** The bar without a description, as often as it comes. */
  public static BarRules unnamed() {
    return new BarRules(Optional.empty(), 0);
  }

  /**
   * Any bar, for a program of which nothing is known. A named one may be followed by others and
   * takes half of what is left; the first one without a name takes all of it.
   */
  public static BarRules any() {
    return new BarRules(Optional.of(""), 0);
  }

  boolean drives(Reading.Bar bar) {
    if (anyBar()) {
      return true;
    }
    if (bar.style() == Reading.Style.SDCPP_LOADING) {
      return false;
    }
    return description
        .map(wanted -> bar.name().startsWith(wanted))
        .orElseGet(() -> bar.name().isEmpty() && !bar.unit().equals("B"));
  }

  /** Whether the bar may be one of several of which nobody knows the number. */
  boolean oneOfMany(Reading.Bar bar) {
    return anyBar() && !(bar.name().isEmpty() && bar.style() != Reading.Style.SDCPP_LOADING);
  }

  boolean anyBar() {
    return description.filter(String::isEmpty).isPresent();
  }
}
