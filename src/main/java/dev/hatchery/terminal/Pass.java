package dev.hatchery.terminal;

import dev.hatchery.terminal.Reading.Bar;
import java.util.OptionalDouble;

/**
 * One run of the bar that is the work, and the part of the whole it stands for.
 *
 * @param number 1, 2, 3 …
 * @param from where its part begins, 0..1
 * @param to where its part ends, 0..1
 * @param latest what it showed last
 */
record Pass(int number, double from, double to, Bar latest) {

  // Cut-off bars print whole percents only.
  private static final double ROUNDING = 0.02;
  private static final double HALF = 0.5;

  static Pass first(BarRules rules, Bar bar) {
    return rules.passes() == 0
        ? new Pass(1, 0, share(rules, bar), bar)
        : new Pass(1, 0, part(1, rules), bar);
  }

  Pass showing(Bar bar) {
    // An overrun bar no longer says how far it is, and must not forget how far it was.
    return new Pass(number, from, to, bar.fraction().isPresent() ? bar : latest);
  }

  /** The pass after this one; without a known number of passes it takes half of what is left. */
  Pass next(BarRules rules, double reached, Bar bar) {
    int next = number + 1;
    if (rules.passes() == 0) {
      double share = latest.name().equals(bar.name()) ? HALF : share(rules, bar);
      return new Pass(next, reached, reached + (1 - reached) * share, bar);
    }
    return new Pass(next, part(number, rules), part(next, rules), bar);
  }

  /** Whether {@code bar} has begun anew. A total that grows is no new beginning. */
  boolean restartedBy(BarRules rules, Bar bar) {
    if (rules.anyBar() && !latest.name().equals(bar.name())) {
      return true;
    }
    OptionalDouble before = latest.fraction();
    OptionalDouble now = bar.fraction();
    if (before.isEmpty() || now.isEmpty()) {
      return false;
    }
    if (latest.count().isPresent() && bar.count().isPresent()) {
      return bar.count().getAsDouble() < latest.count().getAsDouble();
    }
    return now.getAsDouble() < before.getAsDouble() - ROUNDING;
  }

  double reached() {
    return from + latest.fraction().orElse(0) * (to - from);
  }

  boolean last(BarRules rules, Bar bar) {
    return number >= rules.passes() && !rules.oneOfMany(bar);
  }

  private static double share(BarRules rules, Bar bar) {
    return rules.oneOfMany(bar) ? HALF : 1;
  }

  private static double part(int pass, BarRules rules) {
    return Math.min(1, (double) pass / rules.passes());
  }
}
