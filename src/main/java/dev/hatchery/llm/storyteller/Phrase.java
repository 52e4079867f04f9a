package dev.hatchery.llm.storyteller;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A description's first sentence taken apart.
 *
 * @param head the words up to the noun: "a shy fire lizard"
 * @param post what is said of it without a verb: "with a brass lantern"
 * @param relative who, that, which or whose, or empty
 * @param clause what it does or is: "lights the canyon path"
 */
record Phrase(List<String> head, String post, String relative, String clause) {

  private static final int CLAUSE_LONGEST = 130;
  private static final int POST_LONGEST = 60;

  private static final Set<String> AFTER_HEAD =
      Set.of(
          "who",
          "that",
          "which",
          "whose",
          "with",
          "without",
          "in",
          "on",
          "at",
          "from",
          "of",
          "under",
          "inside",
          "near",
          "by",
          "for",
          "to",
          "as",
          "but",
          "carrying",
          "holding",
          "wearing",
          "made",
          "about",
          "like",
          "because",
          "when",
          "where",
          "living",
          "working",
          "is",
          "has",
          "always",
          "never",
          "secretly");
  private static final Set<String> VERBS =
      Set.of(
          "guards",
          "lights",
          "keeps",
          "loves",
          "likes",
          "hates",
          "collects",
          "sings",
          "dreams",
          "lives",
          "helps",
          "makes",
          "runs",
          "plays",
          "reads",
          "writes",
          "bakes",
          "cooks",
          "carries",
          "wears",
          "always",
          "never",
          "wants",
          "dances",
          "paints",
          "tells",
          "sells",
          "repairs",
          "fixes",
          "sleeps",
          "travels",
          "teaches",
          "knows",
          "believes",
          "gives",
          "watches",
          "apologises",
          "apologizes",
          "knits",
          "flies",
          "works",
          "secretly",
          "is",
          "has",
          "eats");
  private static final Pattern RELATIVE =
      Pattern.compile("(?i)^(.*?)\\b(who|that|which|whose)\\b (.+)$");
  private static final Pattern LEAD_IN =
      Pattern.compile(
          "(?i)^(?:(?:please|hi|hello|hey|ok)\\b[ ,]*)*(?:can you |could you |will you )?(?:(?:i|we)(?:'d| would)?"
              + " (?:really )?(?:want|like|need|wish for)(?: to have)? |(?:make|create|give|draw|hatch|"
              + "design|generate|build|imagine|write|meet)(?: me| us)? |(?:it's|it is|this is|he is|she is|"
              + "he's|she's|my companion is|it should be|about) )?(?:please )?");

  Phrase {
    head = List.copyOf(head);
  }

  static Phrase of(String sentence, Lexicon lexicon) {
    String[] words = LEAD_IN.matcher(sentence).replaceFirst("").strip().split(" ");
    List<String> head = new ArrayList<>();
    boolean noun = false;
    int at = 0;
    for (; at < words.length; at++) {
      String word = words[at].replaceAll("[^\\p{L}\\p{M}'-]", "");
      if (at > 0 && ends(word.toLowerCase(Locale.ROOT), noun)) {
        break;
      }
      if (!word.isEmpty()) {
        head.add(word);
      }
      noun |= lexicon.of(word).stream().anyMatch(e -> e.is("species") || e.is("role"));
      if (noun && words[at].endsWith(",")) {
        at++;
        break;
      }
    }
    return rest(
        head, String.join(" ", List.of(words).subList(Math.min(at, words.length), words.length)));
  }

  Phrase withoutLast() {
    return new Phrase(head.subList(0, head.size() - 1), post, relative, clause);
  }

  private static boolean ends(String word, boolean noun) {
    return AFTER_HEAD.contains(word)
        || (noun && (word.equals("and") || word.endsWith("ing") || VERBS.contains(word)));
  }

  private static Phrase rest(List<String> head, String rest) {
    Matcher relative = RELATIVE.matcher(rest);
    if (relative.matches()) {
      return new Phrase(
          head,
          post(relative.group(1)),
          relative.group(2).toLowerCase(Locale.ROOT),
          shorten(relative.group(3)));
    }
    String first = rest.split(" ", 2)[0].toLowerCase(Locale.ROOT);
    if (VERBS.contains(first)) {
      return new Phrase(head, "", "who", shorten(rest));
    }
    return new Phrase(head, post(rest), "", "");
  }

  private static String post(String text) {
    String first = text.split(",", 2)[0].strip();
    boolean fits = first.length() <= POST_LONGEST && !first.startsWith("and ");
    return fits ? first : "";
  }

  private static String shorten(String text) {
    String clause = text.replaceAll("[\\s,;:]+$", "").strip();
    if (clause.length() <= CLAUSE_LONGEST) {
      return clause;
    }
    String cut = clause.substring(0, CLAUSE_LONGEST);
    int end =
        Math.max(
            cut.lastIndexOf(", "), Math.max(cut.lastIndexOf(" and "), cut.lastIndexOf(" but ")));
    return end > 20 ? cut.substring(0, end) : "";
  }
}
