package dev.hatchery.terminal;

import java.util.OptionalDouble;

/** What was seen on a program's terminal. */
public sealed interface Reading {

  /**
   * One state of a progress bar.
   *
   * @param name the bar's description, empty when it has none
   * @param percent as printed, 0..100; empty when none or an absurd one was printed
   * @param count steps or bytes done, when printed in full
   * @param total steps or bytes in all, when known and printed in full
   * @param unit of {@code count}, such as {@code it} or {@code B}; empty when not printed
   * @param postfix whatever the bar says about itself at its end, may be empty
   * @param style the program that draws it
   * @param nested whether it hangs below another bar that is still running
   */
  record Bar(
      String name,
      OptionalDouble percent,
      OptionalDouble count,
      OptionalDouble total,
      String unit,
      String postfix,
      Style style,
      boolean nested)
      implements Reading {

    /** Done, 0..1; empty when the bar cannot say. Exact counts win over the rounded percentage. */
    public OptionalDouble fraction() {
      if (count.isEmpty() || total.isEmpty()) {
        return percent.isPresent() ? OptionalDouble.of(percent.getAsDouble() / 100) : percent;
      }
      boolean sane = total.getAsDouble() > 0 && count.getAsDouble() <= total.getAsDouble();
      return sane
          ? OptionalDouble.of(count.getAsDouble() / total.getAsDouble())
          : OptionalDouble.empty();
    }

    /** Whether nothing is left to do. */
    public boolean full() {
      return fraction().orElse(0) >= 1;
    }

    Bar hung(boolean below) {
      return new Bar(name, percent, count, total, unit, postfix, style, below);
    }

    Bar percentOnly() {
      OptionalDouble none = OptionalDouble.empty();
      return new Bar(name, percent, none, none, unit, postfix, style, nested);
    }
  }

  /** A line of ordinary text: no control characters, not blank, at most 8,192 characters. */
  record Line(String text) implements Reading {}

  /** Which program's kind of bar it is. */
  enum Style {
    /** Python's tqdm and its kin. */
    TQDM,
    /** stable-diffusion.cpp while it loads its model. */
    SDCPP_LOADING,
    /** stable-diffusion.cpp while it samples. */
    SDCPP_STEPS
  }
}
