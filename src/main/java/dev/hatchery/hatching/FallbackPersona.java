package dev.hatchery.hatching;

import dev.hatchery.protocol.Persona;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The persona when no model can be had: made from the user's words alone, plain and honest. */
final class FallbackPersona {

  private static final int NAME_LONGEST = 24;
  private static final int QUOTE_LONGEST = 180;
  private static final Pattern MARKUP = Pattern.compile("<[^>]*>|[<>\\[\\]{}`\\\\]");
  private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\s]+");
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");

  /** English names the creature last: "a shy fire lizard | who …". */
  private static final Pattern AFTER_THE_NOUN =
      Pattern.compile("(?i)\\b(?:who|that|which|with|in|on|of|from|and)\\b|[^\\p{L}\\p{M}\\s-]");

  /** Words that begin a description without saying what the companion is. */
  private static final Set<String> EMPTY_WORDS =
      Set.of(
          """
          a an the and or but my our your i me we want would like please make create give who
          that which with in on at of to from for is are small little tiny big old very some
          something companion friend one two it he she they
          """
              .split("\\s+"));

  private FallbackPersona() {}

  /** Valid for every description of 1 to 2,000 characters, in any script, words or none. */
  static Persona of(String description) {
    String words = words(description);
    String name = name(words);
    return new Persona(name, backstory(name, words), List.of("new here", "patient"), prompt(words));
  }

  private static String words(String description) {
    String plain = MARKUP.matcher(description).replaceAll(" ");
    return cut(UNSEEN.matcher(plain).replaceAll(" ").strip(), QUOTE_LONGEST);
  }

  private static String name(String words) {
    return WORD.matcher(AFTER_THE_NOUN.split(words, 2)[0])
        .results()
        .map(MatchResult::group)
        .filter(word -> !EMPTY_WORDS.contains(word.toLowerCase(Locale.ROOT)))
        .reduce((before, last) -> last)
        .map(word -> capital(cut(word, NAME_LONGEST)))
        .orElse("Hatchling");
  }

  private static String backstory(String name, String words) {
    return words.isEmpty()
        ? name + " came without a story and is happy to be told one."
        : name + " came as you said: “" + words + "” The rest of the story is yours to tell.";
  }

  private static String prompt(String words) {
    return words.isEmpty() ? "A small friendly creature." : "A small friendly creature: " + words;
  }

  private static String cut(String text, int longest) {
    if (text.codePointCount(0, text.length()) <= longest) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, longest)).strip() + "…";
  }

  private static String capital(String word) {
    int first = word.offsetByCodePoints(0, 1);
    return word.substring(0, first).toUpperCase(Locale.ROOT) + word.substring(first);
  }
}
