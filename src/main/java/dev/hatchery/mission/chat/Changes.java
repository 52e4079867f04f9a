package dev.hatchery.mission.chat;

import dev.hatchery.protocol.Brief;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Messages that change what was asked for before. */
final class Changes {
  private static final String POLITELY = "(?:(?:no|actually|sorry|please|oh|well)[,!]?\\s+)*";
  private static final Pattern PRIORITY =
      pattern(
          "(?:make (?:it|that) (?:an? )?|(?:set|change) (?:its |the )?priority to )"
              + "(low|normal|high)(?:[- ]priority)?[.!]?");
  private static final Pattern SCOPE =
      pattern("(?:set|change|limit|narrow|widen) (?:its |the )?scope to[:\\s]\\s*(.+)");
  private static final Pattern OBJECTIVE =
      pattern(
          "(?:change|turn) (?:it|that|the (?:mission|objective|last one))"
              + " (?:in)?to(?: be)?[:\\s]\\s*(.+)");
  private static final Pattern INSTEAD =
      pattern("(?:instead[,:]?\\s+(?<after>.+)|(?<before>.+?)[,;]?\\s+instead[.!]?)");

  private Changes() {}

  /** The change that this message is, or nothing. */
  static Optional<Wish.Change> in(String words) {
    return matched(PRIORITY, words)
        .map(found -> new Wish.Change(null, null, priority(found.group(1))))
        .or(() -> matched(SCOPE, words).map(found -> new Wish.Change(null, found.group(1), null)))
        .or(() -> matched(OBJECTIVE, words).map(found -> objective(found.group(1))))
        .or(() -> matched(INSTEAD, words).map(Changes::instead));
  }

  private static Wish.Change instead(Matcher found) {
    var after = found.group("after");
    return objective(after == null ? found.group("before") : after);
  }

  private static Wish.Change objective(String words) {
    return new Wish.Change(words.strip(), null, null);
  }

  private static Brief.Priority priority(String word) {
    return Brief.Priority.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static Optional<Matcher> matched(Pattern pattern, String words) {
    return Optional.of(pattern.matcher(words)).filter(Matcher::matches);
  }

  private static Pattern pattern(String form) {
    return Pattern.compile(
        POLITELY + form, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  }
}
