package dev.hatchery.config;

import java.time.Duration;

/** Conditions of the settings, each with its sentence. */
final class Check {
  private Check() {}

  static void that(boolean valid, String sentence, Object... words) {
    if (!valid) {
      throw new ConfigException(sentence.formatted(words));
    }
  }

  static void positive(String key, Duration duration) {
    that(duration.isPositive(), "%s must be more than 0", key);
  }

  static void notNegative(String key, Duration duration) {
    that(!duration.isNegative(), "%s must not be negative", key);
  }
}
