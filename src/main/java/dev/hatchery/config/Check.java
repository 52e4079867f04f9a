package dev.hatchery.config;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/** Conditions of the settings, each with its sentence. */
final class Check {
  private static final int DIGITS_OF_DOLLARS_MOST = 12;

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

  static void amount(String key, BigDecimal dollars) {
    that(
        dollars.signum() >= 0 && dollars.precision() - dollars.scale() <= DIGITS_OF_DOLLARS_MOST,
        "%s must be 0 dollars or more and less than a trillion, was %s",
        key,
        dollars);
  }

  static void address(String key, URI url) {
    that(
        web(url) && tellable(url),
        "%s must be an address such as https://example.org/path, without a name or a password",
        key);
  }

  /** An address to which paths are added. */
  static void base(String key, URI url, String example) {
    that(web(url), "%s must be an address such as %s", key, example);
    that(
        tellable(url) && url.getRawQuery() == null,
        "%s must not hold a name, a password or a question mark",
        key);
  }

  private static boolean web(URI url) {
    var scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    return (scheme.equals("http") || scheme.equals("https")) && url.getHost() != null;
  }

  /** Names and passwords in an address would be told in sentences and logs. */
  private static boolean tellable(URI url) {
    return url.getRawUserInfo() == null && url.getRawFragment() == null;
  }

  static void positive(String key, Duration duration) {
    that(duration.isPositive(), "%s must be more than 0", key);
  }

  static void notNegative(String key, Duration duration) {
    that(!duration.isNegative(), "%s must not be negative", key);
  }
}
