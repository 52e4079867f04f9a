package dev.hatchery.web;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** The texts that users write, checked. */
final class Words {
  private static final int DESCRIPTION_MOST = 2000;
  private static final int KEY_MOST = 200;

  private Words() {}

  /**
   * The words a companion is hatched from.
   *
   * @return trimmed, 1 to 2,000 characters
   */
  static String description(Optional<String> given) {
    var words = given.orElse("").strip();
    if (words.isEmpty()) {
      throw Refusal.invalid("invalid_description", "description", "Say a few words first.");
    }
    var length = words.codePointCount(0, words.length());
    if (length > DESCRIPTION_MOST) {
      throw Refusal.invalid(
          "invalid_description",
          "description",
          String.format(
              Locale.ROOT, "%,d characters at most; this has %,d.", DESCRIPTION_MOST, length));
    }
    return printable("description", words);
  }

  /**
   * A text for people.
   *
   * @return trimmed, {@code least} to {@code most} characters
   */
  static String text(String field, Optional<String> given, int least, int most) {
    var text = given.orElse("").strip();
    var length = text.codePointCount(0, text.length());
    if (length < least || length > most) {
      throw Refusal.invalid(
          "invalid_" + field,
          field,
          String.format(
              Locale.ROOT, "%,d to %,d characters are wanted; this has %,d.", least, most, length));
    }
    return printable(field, text);
  }

  /**
   * A text for people that may have several lines.
   *
   * @return trimmed, 1 to {@code most} characters, lines ended by line feeds
   */
  static String lines(String field, Optional<String> given, int most) {
    var lines = given.map(text -> text.replace("\r\n", "\n").replace('\t', ' '));
    text(field, lines.map(text -> text.replace('\n', ' ')), 1, most);
    return lines.orElse("").strip();
  }

  /** A key that a client made up, so that asking twice is one and the same. */
  static Optional<String> key(String field, Optional<String> given) {
    given.ifPresent(
        key -> {
          if (!isKey(key)) {
            throw Refusal.malformed(
                "invalid_" + field, field, "A key has 1 to 200 visible characters of ASCII.");
          }
        });
    return given;
  }

  /** Whether a client may call something so. */
  static boolean isKey(String key) {
    return !key.isBlank() && key.length() <= KEY_MOST && key.chars().allMatch(Words::visible);
  }

  /** Whether nothing in it controls a terminal or breaks a line. */
  static boolean printable(String text) {
    return plain(text) || text.codePoints().noneMatch(Words::unprintable);
  }

  /** Most texts are, and those are looked at in no time. */
  private static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!visible(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** A text in one line, cut to so many characters; what cannot be printed is a space. */
  static String oneLine(String text, int most) {
    if (text.length() <= most && isLine(text)) {
      return text;
    }
    var line = new StringBuilder();
    text.codePoints().limit(2L * most).forEach(c -> line.appendCodePoint(unprintable(c) ? ' ' : c));
    var words = line.toString().replaceAll("\\s+", " ").strip();
    return words.codePointCount(0, words.length()) <= most
        ? words
        : words.substring(0, words.offsetByCodePoints(0, most - 1)).strip() + "…";
  }

  /** As most are; and those shall cost nothing. */
  private static boolean isLine(String text) {
    return plain(text) && !text.contains("  ") && !text.startsWith(" ") && !text.endsWith(" ");
  }

  /** The same words, however they were spaced or composed. */
  static String normalized(String words) {
    return Normalizer.normalize(words, Normalizer.Form.NFC).replaceAll("\\s+", " ").strip();
  }

  private static String printable(String field, String text) {
    if (text.codePoints().anyMatch(Words::unprintable)) {
      throw Refusal.invalid(
          "invalid_" + field,
          field,
          "Write it in one line; line breaks and other control characters cannot be used.");
    }
    return text;
  }

  private static boolean unprintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static boolean visible(int character) {
    return character >= ' ' && character <= '~';
  }
}
