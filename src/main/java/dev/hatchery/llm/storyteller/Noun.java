package dev.hatchery.llm.storyteller;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The user's noun phrase made fit for an English sentence, or one of our own where theirs is not.
 *
 * @param text with its article
 * @param plural whether it is several creatures
 * @param theirs whether it is the user's own wording
 */
record Noun(String text, boolean plural, boolean theirs) {

  private static final int WORDS_MOST = 9;
  private static final Pattern LATIN = Pattern.compile("[A-Za-z][A-Za-z'-]*");
  private static final Set<String> SEVERAL =
      Set.of(
          "two", "three", "four", "five", "six", "seven", "several", "some", "many", "twin",
          "both");
  private static final Set<String> ARTICLES =
      Set.of("a", "an", "the", "my", "our", "your", "one", "half");
  private static final Set<String> STARTS =
      Set.of(
          "a", "an", "the", "my", "our", "your", "one", "half", "someone", "somebody", "something");
  private static final Set<String> NEVER =
      Set.of(
          "i",
          "me",
          "you",
          "we",
          "us",
          "all",
          "this",
          "these",
          "do",
          "don't",
          "not",
          "no",
          "it",
          "ignore",
          "print",
          "tell",
          "say",
          "write",
          "is",
          "are",
          "be",
          "what",
          "how",
          "why",
          "can",
          "un",
          "una",
          "unos",
          "el",
          "los",
          "las",
          "que",
          "con",
          "y",
          "del",
          "ein",
          "eine",
          "einen",
          "der",
          "das",
          "und",
          "mit",
          "ist",
          "le",
          "les",
          "qui",
          "avec",
          "est",
          "une",
          "des",
          "il",
          "lo",
          "che",
          "di",
          "um",
          "uma",
          "com",
          "ett",
          "och",
          "een",
          "het",
          "la",
          "system",
          "prompt",
          "instructions",
          "script",
          "alert",
          "previous");
  private static final Set<String> ANYBODY =
      Set.of(
          "companion",
          "companions",
          "friend",
          "buddy",
          "pet",
          "helper",
          "something",
          "someone",
          "somebody",
          "character",
          "assistant",
          "animal",
          "anything",
          "mascot",
          "sidekick");

  /** {@code species} is what the text already chose; {@code said} whether the user named it. */
  static Noun of(List<String> head, Entry species, boolean said, List<Entry> found) {
    List<String> words = new ArrayList<>(head);
    if (words.isEmpty()
        || (words.size() == 1 && ARTICLES.contains(words.getFirst().toLowerCase(Locale.ROOT)))
        || words.size() > WORDS_MOST
        || !english(words)) {
      return own(species, found);
    }
    String first = words.getFirst().toLowerCase(Locale.ROOT);
    String last = words.getLast().toLowerCase(Locale.ROOT);
    boolean anybody = ANYBODY.contains(last);
    if (anybody && !said) {
      words.set(words.size() - 1, species.key());
    }
    boolean article = STARTS.contains(first);
    if (!article && !said && !anybody && found.isEmpty()) {
      return own(species, found);
    }
    boolean plural =
        SEVERAL.contains(first) || first.equals("pair") || (!article && plural(last, said));
    return new Noun(articled(words, plural), plural, true);
  }

  static Noun own(Entry species, List<Entry> found) {
    List<String> words = new ArrayList<>();
    for (String kind : List.of("size", "temper", "colour")) {
      adjective(found, kind).ifPresent(words::add);
    }
    words.add(species.key());
    return new Noun(articled(words, false), false, false);
  }

  private static Optional<String> adjective(List<Entry> found, String kind) {
    return found.stream()
        .filter(entry -> entry.is(kind) && !entry.key().equals("rainbow"))
        .map(Entry::key)
        .findFirst();
  }

  static boolean english(List<String> words) {
    return words.stream()
        .allMatch(
            word ->
                LATIN.matcher(word).matches() && !NEVER.contains(word.toLowerCase(Locale.ROOT)));
  }

  private static boolean plural(String last, boolean said) {
    return said
        && last.endsWith("s")
        && !last.endsWith("ss")
        && !last.matches("octopus|walrus|cactus|bus|platypus");
  }

  private static String articled(List<String> words, boolean plural) {
    List<String> phrase = new ArrayList<>(calm(words));
    String first = phrase.getFirst();
    if (first.equals("a") || first.equals("an")) {
      phrase.removeFirst();
    } else if (first.equals("my") || first.equals("our")) {
      phrase.set(0, "your");
      return String.join(" ", phrase);
    } else if (plural || STARTS.contains(first)) {
      return String.join(" ", phrase);
    }
    if (phrase.isEmpty()) {
      return "a creature";
    }
    return article(phrase.getFirst()) + " " + String.join(" ", phrase);
  }

  // Shouting is lowered; a capital inside the phrase is a name and stays.
  private static List<String> calm(List<String> words) {
    boolean shouted =
        String.join("", words).equals(String.join("", words).toUpperCase(Locale.ROOT));
    List<String> calm = new ArrayList<>();
    for (String word : words) {
      boolean first = calm.isEmpty();
      calm.add(shouted || first ? word.toLowerCase(Locale.ROOT) : word);
    }
    return calm;
  }

  static String article(String word) {
    String w = word.toLowerCase(Locale.ROOT);
    boolean vowel =
        w.matches("[aeio].*|u(?!ni|se|sual|ti|kr|fo).*|hon(est|our).*|hour.*|heir.*")
            && !w.matches("one\\b.*|once.*|eu.*");
    return vowel ? "an" : "a";
  }
}
