package dev.hatchery.avatar;

import java.util.Optional;

/**
 * Which of a renderer's bars is the painting itself.
 *
 * @param description how that bar's description begins; empty when it is the one without any
 * @param passes how many such bars one picture takes, 1..100; 0 when nobody knows
 */
public record BarRules(Optional<String> description, int passes) {

  private static final int PASSES_MOST = 100;

  /** Throws {@link IllegalArgumentException} with a sentence when invalid. */
  public BarRules {
    if (passes < 0 || passes > PASSES_MOST) {
      throw new IllegalArgumentException("passes must be 0 to 100, was " + passes);
    }
    if (description.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("the painting bar's description must not be blank");
    }
  }

  /** The bar without a description, as often as it comes. */
  public static BarRules unnamed() {
    return new BarRules(Optional.empty(), 0);
  }

  boolean paints(Reading.Bar bar) {
    if (bar.style() == Reading.Style.SDCPP_LOADING) {
      return false;
    }
    return description
        .map(wanted -> bar.name().startsWith(wanted))
        .orElseGet(() -> bar.name().isEmpty() && !bar.unit().equals("B"));
  }
}
