package dev.hatchery.protocol;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/** The form that all our ids share. */
final class Ids {
  private static final int BITS = 130;
  private static final int LENGTH = 26;
  private static final Pattern FORM = Pattern.compile("[0-9a-v]{26}");

  private Ids() {}

  static String random() {
    var digits = new BigInteger(BITS, new SecureRandom()).toString(Character.digit('w', 36));
    return "0".repeat(LENGTH - digits.length()) + digits;
  }

  static void check(String value) {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("an id has 26 characters of 0-9 and a-v");
    }
  }
}
