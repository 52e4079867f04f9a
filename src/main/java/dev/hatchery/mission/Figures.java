package dev.hatchery.mission;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shares as they are reckoned with and said. */
final class Figures {
  private static final int HUNDREDTHS = 2;
  private static final int THOUSANDTHS = 3;

  private Figures() {}

  static double hundredths(double figure) {
    return rounded(figure, HUNDREDTHS);
  }

  static double thousandths(double figure) {
    return rounded(figure, THOUSANDTHS);
  }

  /** As in {@code 0.68}, {@code 0.8} and {@code 1}. */
  static String words(double figure) {
    return BigDecimal.valueOf(figure).stripTrailingZeros().toPlainString();
  }

  private static double rounded(double figure, int digits) {
    return BigDecimal.valueOf(figure).setScale(digits, RoundingMode.HALF_UP).doubleValue();
  }
}
