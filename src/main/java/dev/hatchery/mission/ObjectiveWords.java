package dev.hatchery.mission;

import java.util.Locale;
import java.util.regex.Pattern;

/** The words of an objective, made alike so that cues are found among them. */
final class ObjectiveWords {
  /** Cues stand early; what is pasted after them tells nothing more. */
  private static final int READ_MOST = 2000;

  private static final Pattern URL =
      Pattern.compile(
          "\\b(?:https?://\\S+|www\\.\\S+|(?:[a-z0-9-]{1,63}\\.){1,4}[a-z]{2,10}/\\S*)");
  private static final Pattern SUM =
      Pattern.compile(
          "\\d\\)? ?[*×÷^] ?\\(?\\d|\\d\\)? [-+/] \\(?\\d|\\d ?[+] ?\\(?\\d"
              + "|\\d ?(?:%|percent|per cent) (?:of|off|on) |\\b(?:sin|cos|tan|sqrt|log)\\(");
  private static final String NUMBER_WORD = " <number> ";
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}<>;'-]+");
  private static final Pattern POLITENESS =
      Pattern.compile(
          "^ (?:please |kindly |(?:can|could|would|will) you |i (?:want|would like) you to |help me"
              + " |i (?:want|would like) to know |i need |i want |me )+");

  private final String words;
  private final String told;

  /** Reads the first {@value #READ_MOST} characters. */
  ObjectiveWords(String objective) {
    var read = objective.substring(0, Math.min(READ_MOST, objective.length()));
    var lower = read.toLowerCase(Locale.ROOT);
    var withoutUrls = URL.matcher(lower).replaceAll(" <url> ");
    var sum = SUM.matcher(withoutUrls).find() ? " <sum> " : "";
    var plain = NUMBER.matcher(withoutUrls).replaceAll(NUMBER_WORD);
    this.words = " " + BETWEEN_WORDS.matcher(plain).replaceAll(" ").strip() + " ";
    var numbers = words.indexOf(NUMBER_WORD) < words.lastIndexOf(NUMBER_WORD) ? " <numbers> " : "";
    this.told = POLITENESS.matcher(words).replaceFirst(" ") + sum + numbers;
  }

  /** Whether the cue is among them. */
  boolean hold(Cue cue) {
    var sought = " " + cue.words() + " ";
    return cue.first()
        ? told.startsWith(sought) || words.startsWith(sought)
        : told.contains(sought);
  }
}
