package dev.hatchery.llm.storyteller;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands a description as far as it can, and where it cannot lets the seed decide. */
final class DescriptionReader {

  private static final int OWN_LONGEST = 180;
  private static final Pattern NAMED =
      Pattern.compile(
          "(?iu),?\\s*\\b(?:named|called|whose name is|by the name of)\\s+(?!a |an |the |for |on |to |by )([\\p{L}][\\p{L}\\p{M}'-]{1,19})");
  private static final Pattern PAIR = Pattern.compile("(?i)\\ba (?:pair|couple) of ");
  private static final Pattern ELSEWHERE = Pattern.compile("(?i)\\bnever been to [^.!?]*");
  private static final Pattern ADDITION =
      Pattern.compile("(?i)^(?:he|she|it|they)\\b[A-Za-z' ,-]{6,130}$");
  private static final List<String> GUESSES =
      List.of(
          """
          fox owl dragon cat snail robot octopus bear moth ghost turtle rabbit cloud hedgehog
          penguin mushroom
          """
              .split("\\s+"));
  private static final Set<String> WISHES = Set.of("i", "me", "help", "helps", "us", "i'm");
  private static final Set<String> DENIALS =
      Set.of("not", "never", "isn't", "no", "without", "of", "by", "for");

  /**
   * Such words mean the companion only beside its noun; elsewhere they mean its scarf or its
   * street.
   */
  private static final Set<String> ABOUT_THE_NOUN = Set.of("role", "stuff", "colour", "size");

  private final Lexicon lexicon;

  DescriptionReader(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  Reading read(String description, Random random) {
    String text = Plain.text(description);
    Matcher named = NAMED.matcher(text);
    String name = named.find() ? Plain.capital(named.group(1)) : "";
    String unnamed = spoken(named.replaceAll(""));
    List<String> sentences = sentences(unnamed);
    Phrase phrase = Phrase.of(sentences.isEmpty() ? "" : sentences.getFirst(), lexicon);
    if (name.isEmpty() && ownsByName(phrase.head())) {
      name = phrase.head().getLast();
      phrase = phrase.withoutLast();
    }
    List<Entry> found = found(words(ELSEWHERE.matcher(unnamed).replaceAll("")), phrase);
    if (!Noun.english(phrase.head()) && words(unnamed).contains("i")) {
      // "I am lonely" tells of the speaker, not of the companion.
      found = found.stream().filter(entry -> !entry.is("temper")).toList();
    }
    Entry said = said(phrase, unnamed);
    Entry species =
        said != null ? said : lexicon.species(GUESSES.get(random.nextInt(GUESSES.size())));
    Noun noun = Noun.of(phrase.head(), species, said != null, found);
    if (noun.theirs() && said == null && !noun.text().endsWith(species.key())) {
      species = lexicon.species("creature");
    }
    boolean wishes = words(unnamed).stream().anyMatch(WISHES::contains);
    Clause clause = Clause.of(noun, phrase);
    String thing = Held.in(unnamed, lexicon);
    String post =
        noun.theirs() && !phrase.post().isEmpty() && Clause.english(phrase.post())
            ? " " + Clause.turned(phrase.post())
            : "";
    return new Reading(
        Plain.cut(text, OWN_LONGEST),
        name,
        species,
        noun(phrase, noun, species),
        found,
        noun.text() + post,
        clause.relative(),
        clause.text(),
        addition(sentences, noun),
        thing,
        traits(phrase, noun, found),
        Facts.of(species, thing, found, wishes),
        clause.opening(noun, said != null, wishes),
        Pronoun.of(words(unnamed), random));
  }

  /** "My cat Tom" names him. */
  private boolean ownsByName(List<String> head) {
    return head.size() > 2
        && head.getFirst().equalsIgnoreCase("my")
        && Character.isUpperCase(head.getLast().codePointAt(0))
        && lexicon.of(head.getLast()).isEmpty();
  }

  // Shouting reads as speech, and a pair is two.
  private static String spoken(String text) {
    boolean shouted = text.equals(text.toUpperCase(Locale.ROOT));
    String calm = shouted ? text.toLowerCase(Locale.ROOT) : text;
    return PAIR.matcher(calm).replaceAll("two ");
  }

  private static List<String> sentences(String text) {
    return Pattern.compile("[.!?;:…。！？]+")
        .splitAsStream(text)
        .map(String::strip)
        .filter(sentence -> sentence.codePoints().anyMatch(Character::isLetter))
        .toList();
  }

  private static List<String> words(String text) {
    return Pattern.compile("[^\\p{L}\\p{M}'-]+")
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** The last animal or object before the verb; people only when there is nothing else. */
  private @Nullable Entry said(Phrase phrase, String text) {
    Entry best = null;
    boolean lastWins = Noun.english(phrase.head());
    for (String word : phrase.head()) {
      Entry species = lexicon.of(word, "species").orElse(null);
      if (species != null && (best == null || (lastWins && !species.key().equals("person")))) {
        best = species;
      }
    }
    if (best != null) {
      return best;
    }
    Optional<Entry> sign = lexicon.bySign(text);
    if (sign.isPresent()) {
      return sign.get();
    }
    boolean role = phrase.head().stream().anyMatch(word -> lexicon.of(word, "role").isPresent());
    return role ? lexicon.species("person") : anywhere(phrase, text);
  }

  private @Nullable Entry anywhere(Phrase phrase, String text) {
    boolean headSaysWhat =
        !phrase.head().isEmpty()
            && Noun.of(phrase.head(), lexicon.species("creature"), false, List.of()).theirs();
    if (headSaysWhat) {
      return null;
    }
    return words(text).stream()
        .flatMap(word -> lexicon.of(word, "species").stream())
        .findFirst()
        .orElse(null);
  }

  private List<Entry> found(List<String> words, Phrase phrase) {
    Set<Entry> found = new LinkedHashSet<>();
    String verb = phrase.clause().split(" ", 2)[0];
    String before = "";
    for (String word : words) {
      for (Entry entry : lexicon.of(word)) {
        boolean inHead = phrase.head().stream().anyMatch(word::equalsIgnoreCase);
        boolean told =
            inHead
                || (!ABOUT_THE_NOUN.contains(entry.kind()) && !entry.key().equals("old"))
                || (entry.is("role") && (word.equals(verb) || verb.startsWith("help")));
        boolean denied = DENIALS.contains(before) && (entry.is("temper") || entry.is("role"));
        if (told && !denied && !entry.is("species")) {
          found.add(entry);
        }
      }
      before = word;
    }
    return List.copyOf(found);
  }

  private String noun(Phrase phrase, Noun noun, Entry species) {
    if (!noun.theirs() || noun.plural()) {
      return species.key();
    }
    return phrase.head().stream()
        .filter(word -> lexicon.of(word, "species").filter(species::equals).isPresent())
        .reduce((before, last) -> last)
        .orElse(species.key())
        .toLowerCase(Locale.ROOT);
  }

  private static String addition(List<String> sentences, Noun noun) {
    if (noun.plural()) {
      return "";
    }
    return sentences.stream()
        .skip(1)
        .filter(sentence -> ADDITION.matcher(sentence).matches() && Clause.english(sentence))
        .findFirst()
        .map(sentence -> Plain.capital(Clause.turned(sentence)) + ".")
        .orElse("");
  }

  private List<String> traits(Phrase phrase, Noun noun, List<Entry> found) {
    if (!noun.theirs()) {
      return found.stream().filter(entry -> entry.is("temper")).map(Entry::key).limit(2).toList();
    }
    return phrase.head().stream()
        .map(word -> word.toLowerCase(Locale.ROOT))
        .filter(word -> lexicon.of(word, "temper").isPresent())
        .distinct()
        .limit(2)
        .toList();
  }
}
