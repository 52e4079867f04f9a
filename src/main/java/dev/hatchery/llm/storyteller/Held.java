package dev.hatchery.llm.storyteller;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a companion carries or wears. */
final class Held {

  private static final Pattern HELD =
      Pattern.compile(
          "(?i)\\b(carrying|carries|holding|holds|wearing|wears|clutching|with|in)"
              + " (a|an|the|his|her|its|their|my) ([a-z' -]{3,40})");
  private static final Pattern HELD_END =
      Pattern.compile(
          "(?i) (?:and|who|that|which|in|on|at|of|for|to|from|while|with|but|because|wherever)\\b.*");

  private Held() {}

  /** The thing with an article that fits a later mention, such as "the brass lantern", or empty. */
  static String in(String text, Lexicon lexicon) {
    Matcher held = HELD.matcher(text);
    while (held.find()) {
      String noun = HELD_END.matcher(held.group(3)).replaceFirst("").strip();
      boolean carried = held.group(1).matches("(?i)carr.*|hold.*|clutch.*");
      boolean known =
          List.of(noun.split(" ")).stream().anyMatch(word -> lexicon.of(word, "thing").isPresent());
      if ((known || (carried && noun.split(" ").length <= 3)) && noun.length() >= 3) {
        String first = held.group(2).toLowerCase(Locale.ROOT);
        return (first.startsWith("a") ? "the" : first.equals("my") ? "your" : first) + " " + noun;
      }
    }
    return "";
  }
}
