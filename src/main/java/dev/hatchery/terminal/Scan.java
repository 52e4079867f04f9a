package dev.hatchery.terminal;

import java.util.OptionalDouble;
import java.util.function.IntPredicate;

/** A place in a text that only moves forward: the whole of a parse is one pass. */
final class Scan {

  private static final String SUFFIXES = "kMGTPEZY";
  private static final int DIGITS_MOST = 15;

  private final String text;
  private int at;

  Scan(String text, int at) {
    this.text = text;
    this.at = at;
  }

  boolean done() {
    return at >= text.length();
  }

  boolean sees(char c) {
    return !done() && text.charAt(at) == c;
  }

  boolean take(char c) {
    boolean there = sees(c);
    if (there) {
      at++;
    }
    return there;
  }

  Scan spaces() {
    takeWhile(c -> c == ' ', Integer.MAX_VALUE);
    return this;
  }

  String takeWhile(IntPredicate wanted, int most) {
    int from = at;
    while (!done() && at - from < most && wanted.test(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  String rest() {
    return text.substring(at);
  }

  /** A number such as {@code 12}, {@code 3.18G} or {@code 180k}; empty and unmoved otherwise. */
  OptionalDouble size() {
    int from = at;
    String whole = takeWhile(Scan::digit, DIGITS_MOST);
    if (whole.isEmpty() || (!done() && digit(text.charAt(at)))) {
      at = from;
      return OptionalDouble.empty();
    }
    if (at + 1 < text.length() && text.charAt(at) == '.' && digit(text.charAt(at + 1))) {
      at++;
      takeWhile(Scan::digit, DIGITS_MOST);
    }
    return OptionalDouble.of(Double.parseDouble(text.substring(from, at)) * scale());
  }

  private double scale() {
    int power = done() ? -1 : SUFFIXES.indexOf(text.charAt(at) == 'K' ? 'k' : text.charAt(at));
    if (power < 0 || !standsAlone(at + 1)) {
      return 1;
    }
    at++;
    return Math.pow(1000, power + 1.0);
  }

  // "5M" and "5MB" are millions, "5Marks" are not.
  private boolean standsAlone(int next) {
    return next >= text.length()
        || !Character.isLetter(text.charAt(next))
        || text.startsWith("B", next)
        || text.startsWith("iB", next);
  }

  static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }
}
