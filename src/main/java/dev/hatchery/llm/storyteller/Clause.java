package dev.hatchery.llm.storyteller;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the user said it does, fit for a sentence.
 *
 * @param relative "who lights the path", or empty
 * @param text "lights the path", or empty
 */
record Clause(String relative, String text) {

  private static final Pattern PROSE = Pattern.compile("[A-Za-z][A-Za-z0-9' ,-]*");
  private static final Set<String> FOREIGN =
      Set.of(
          """
          que und qui est les los der ist nicht che script alert onerror
          """
              .split("\\s+"));
  private static final Set<String> STATES =
      Set.of(
          """
          is was has had can can't cannot could loves likes hates wants knows believes thinks
          fears never once lost found will won't doesn't isn't used came forgot left fell
          wishes prefers needs looks feels seems enjoys refuses lives remembers forgets
          """
              .split("\\s+"));
  private static final Set<String> HOW =
      Set.of(
          """
          always only secretly often still just quietly usually sometimes also gently
          carefully slowly proudly politely
          """
              .split("\\s+"));

  static Clause of(Noun noun, Phrase phrase) {
    if (!noun.theirs() || phrase.clause().isEmpty() || !english(phrase.clause())) {
      return new Clause("", "");
    }
    String text = turned(phrase.clause());
    return new Clause(phrase.relative() + " " + text, text);
  }

  static boolean english(String text) {
    return PROSE.matcher(text).matches()
        && List.of(text.toLowerCase(Locale.ROOT).split("[ ,]+")).stream()
            .noneMatch(FOREIGN::contains);
  }

  /** The speaker becomes the listener: "wakes me" is told as "wakes you". */
  static String turned(String text) {
    return text.replaceAll("(?i)\\bI am\\b|(?i)\\bI'm\\b", "you are")
        .replaceAll("\\bI was\\b", "you were")
        .replaceAll("\\bI'll\\b", "you'll")
        .replaceAll("\\b[Ii]\\b", "you")
        .replaceAll("(?i)\\bme\\b", "you")
        .replaceAll("(?i)\\bmy\\b", "your")
        .replaceAll("(?i)\\bmyself\\b", "yourself");
  }

  Opening opening(Noun noun, boolean said, boolean wish) {
    if (!noun.theirs() && !said) {
      return wish ? Opening.WISH : Opening.UNCLEAR;
    }
    if (noun.plural()) {
      return text.isEmpty() ? Opening.PLURAL : Opening.CLAUSE_PLURAL;
    }
    return text.isEmpty() ? Opening.PLAIN : manner();
  }

  private Opening manner() {
    String[] words = text.toLowerCase(Locale.ROOT).split("[ ,]+");
    String verb = words[0];
    if (relative.startsWith("whose") || verb.matches("you|they|we|he|she|it|the|a")) {
      return Opening.CLAUSE_LOOSE;
    }
    boolean again = verb.equals("keeps") && words.length > 1 && words[1].endsWith("ing");
    if (again || STATES.contains(verb) || HOW.contains(verb) || verb.endsWith("ed")) {
      return Opening.CLAUSE_STATE;
    }
    return verb.matches("[a-z]+[^su]s") ? Opening.CLAUSE_HABIT : Opening.CLAUSE_LOOSE;
  }
}
