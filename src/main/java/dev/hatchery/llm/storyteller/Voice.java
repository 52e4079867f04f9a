package dev.hatchery.llm.storyteller;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills a sentence's marks: who is meant, pronouns, verbs that agree, the user's own words. */
final class Voice {

  private static final Pattern MARK = Pattern.compile("\\{([\\w:]+)}|\\[([a-z]+)]");
  private static final Map<String, String> IRREGULAR =
      Map.of("be", "is", "have", "has", "do", "does", "go", "goes");
  private static final Set<String> HISSING = Set.of("s", "x", "z", "sh", "ch");

  private final String name;
  private final Pronoun pronoun;
  private final Map<String, String> words;
  private boolean introduced;
  private boolean many;

  Voice(String name, Pronoun pronoun, Map<String, String> words) {
    this.name = name;
    this.pronoun = pronoun;
    this.words = Map.copyOf(words);
  }

  /** Says the sentence; the first mention is by name, later ones by pronoun. */
  String say(Sentence sentence) {
    Matcher mark = MARK.matcher(sentence.text());
    StringBuilder said = new StringBuilder();
    while (mark.find()) {
      String filled = mark.group(1) == null ? verb(mark.group(2)) : word(mark.group(1));
      mark.appendReplacement(said, Matcher.quoteReplacement(filled));
    }
    introduced = true;
    return Plain.capital(mark.appendTail(said).toString());
  }

  private String word(String mark) {
    return switch (mark) {
      case "Name" -> byName();
      case "Who" -> introduced ? Plain.capital(byPronoun()) : byName();
      case "who" -> introduced ? byPronoun() : byName();
      case "who:o" -> introduced ? pronoun.object : byName();
      case "they" -> byPronoun();
      case "They" -> Plain.capital(byPronoun());
      case "them" -> pronoun.object;
      case "their" -> pronoun.possessive;
      default -> words.getOrDefault(mark, "");
    };
  }

  private String byName() {
    introduced = true;
    many = false;
    return name;
  }

  private String byPronoun() {
    many = pronoun == Pronoun.THEY;
    return pronoun.subject;
  }

  private String verb(String base) {
    if (many) {
      return base.equals("be") ? "are" : base;
    }
    return IRREGULAR.getOrDefault(base, third(base));
  }

  static String third(String base) {
    int length = base.length();
    if (base.endsWith("y") && "aeiou".indexOf(base.charAt(length - 2)) < 0) {
      return base.substring(0, length - 1) + "ies";
    }
    boolean hisses = HISSING.stream().anyMatch(base::endsWith);
    return base + (hisses ? "es" : "s");
  }
}
