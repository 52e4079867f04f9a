package dev.hatchery.artifact;

import java.util.regex.Pattern;

/** Text of any origin as one line that is but words in a page, a drawing and a table. */
final class PlainLine {
  private static final Pattern NO_WORDS = Pattern.compile("[\\p{C}\\p{Z}\\s]+");
  private static final String CUT = "…";

  private PlainLine() {}

  /** Controls, marks of direction and line ends become spaces. */
  static String of(String text) {
    return NO_WORDS.matcher(text).replaceAll(" ").strip();
  }

  /** At most so many characters, the last of which says where it was cut. */
  static String of(String text, int most) {
    var line = of(text);
    if (line.codePointCount(0, line.length()) <= most) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, most - 1)).strip() + CUT;
  }
}
