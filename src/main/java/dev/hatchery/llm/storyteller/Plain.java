package dev.hatchery.llm.storyteller;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The user's words without what could be markup, an option, a control or an effect. */
final class Plain {

  private static final Pattern TAGS =
      Pattern.compile("(?is)<(script|style)\\b.*?(</\\1\\s*>|$)|<[^<>]*>");
  private static final Pattern FORMAT = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}]");
  private static final Pattern LINKS = Pattern.compile("(?i)\\b[a-z]+:(//)?[^\\s]*[/(][^\\s]*");
  private static final Pattern CODE = Pattern.compile("[<>{}\\[\\]`\\\\$|^~#*_=@%+&\"“”„«»/()]+");
  private static final Pattern OPTIONS = Pattern.compile("(?<!\\S)-+\\S*");
  private static final Pattern DASHES = Pattern.compile("[–—]");
  private static final Pattern BREAKS = Pattern.compile("[\\r\\n]+");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
  private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}]");

  private Plain() {}

  /**
   * Safe to show: letters, digits, pictograms and the punctuation of prose. Lines become sentences.
   */
  static String text(String description) {
    String text = TAGS.matcher(description).replaceAll(" ");
    text = FORMAT.matcher(text).replaceAll("");
    text = LINKS.matcher(text).replaceAll(" ");
    text = OPTIONS.matcher(text).replaceAll(" ");
    text = CODE.matcher(text).replaceAll(" ");
    text = DASHES.matcher(text).replaceAll(", ").replace('’', '\'');
    text = BREAKS.matcher(text.strip()).replaceAll(". ");
    return SPACES
        .matcher(text)
        .replaceAll(" ")
        .replaceAll(" ?(, ?)+", ", ")
        .replaceAll("^[,. ]+", "")
        .strip();
  }

  /** The form in which words are compared: lower case, without accents. */
  static String key(String word) {
    String parted = Normalizer.normalize(word, Normalizer.Form.NFKD);
    return MARKS.matcher(parted).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /** Pictograms and ideographs, which need no spaces. */
  static boolean isSign(String word) {
    int first = word.codePointAt(0);
    return Character.isIdeographic(first) || first >= 0x2000;
  }

  /** At most {@code longest} characters, ending with a word. */
  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int space = text.lastIndexOf(' ', longest);
    int end = space > longest / 2 ? space : longest;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end).replaceAll("[,;:\\s]+$", "");
  }

  static String capital(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.offsetByCodePoints(0, 1);
    return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
  }
}
