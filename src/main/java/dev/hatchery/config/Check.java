package dev.hatchery.config;

import java.math.BigDecimal;
import java.time.Duration;

/** Conditions of the settings, each with its sentence. */
final class Check {
  private Check() {}

  static void that(boolean valid, String sentence, Object... words) {
    if (!valid) {
      throw new ConfigException(sentence.formatted(words));
    }
  }

  /** A number as people write it: 25 and not 25.0. */
  static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  static void positive(String key, Duration duration) {
    that(duration.isPositive(), "%s must be more than 0", key);
  }

  static void notNegative(String key, Duration duration) {
    that(!duration.isNegative(), "%s must not be negative", key);
  }
}
