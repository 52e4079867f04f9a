package dev.hatchery.avatar.painter;

import org.jspecify.annotations.Nullable;

/** What the words of a prompt say about the creature; null where they are silent. */
final class Reading {
  private static final Lexicon<Species> SPECIES = new Lexicon<>(Species.values(), Names::words);
  private static final Lexicon<Habitat> HABITATS = new Lexicon<>(Habitat.values(), Habitat::words);
  private static final Lexicon<Mood> MOODS = new Lexicon<>(Mood.values(), Mood::words);
  private static final Lexicon<Held> HELD = new Lexicon<>(Held.values(), Held::words);
  private static final Lexicon<Worn> WORN = new Lexicon<>(Worn.values(), Worn::words);
  private static final Lexicon<Signature> SIGNATURES =
      new Lexicon<>(Signature.values(), Signature::words);

  private final Words words;
  private final int head;

  Reading(String prompt) {
    words = new Words(prompt);
    head = findHead();
  }

  /** The creature itself, or null. */
  @Nullable Species species() {
    return head < 0 ? null : SPECIES.of(words.at(head));
  }

  /** The colours that are named. */
  Colours colours() {
    return new Colours(words, head);
  }

  /** Whether the word is something to hold or to wear. */
  static boolean thing(String word) {
    return HELD.of(word) != null || WORN.of(word) != null;
  }

  /** Whether the word is somewhere to live. */
  static boolean place(String word) {
    return HABITATS.of(word) != null;
  }

  @Nullable Habitat habitat() {
    return HABITATS.firstIn(words, head);
  }

  @Nullable Mood mood() {
    return MOODS.firstIn(words, head);
  }

  @Nullable Held held() {
    return HELD.firstIn(words, head);
  }

  @Nullable Worn worn() {
    boolean crowned =
        says("crown", "crowned", "wreath") && says("flower", "floral", "daisy", "rose", "leaf");
    if (crowned) {
      return Worn.FLOWERS;
    }
    boolean top = says("hat") && says("top", "tall", "bowler");
    return top ? Worn.TOP_HAT : WORN.firstIn(words, head);
  }

  @Nullable Signature signature() {
    return SIGNATURES.firstIn(words, head);
  }

  /** Whether one of these words is said. */
  boolean says(String... any) {
    for (int i = 0; i < words.count(); i++) {
      for (String word : any) {
        if (words.at(i).equals(word) || Words.bare(words.at(i)).equals(word)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The place of the noun: the last of neighbouring names, a true animal before a doubtful one. */
  private int findHead() {
    int doubtful = -1;
    for (int i = 0; i < words.count(); i++) {
      Species species = SPECIES.of(words.at(i));
      if (species != null && !species.doubtful()) {
        return lastOfCompound(i);
      }
      if (species != null && (doubtful < 0 || i == doubtful + 1)) {
        doubtful = i;
      }
      if (doubtful >= 0 && words.ends(i)) {
        return doubtful;
      }
    }
    return doubtful;
  }

  private int lastOfCompound(int first) {
    int last = first;
    Species next = SPECIES.of(words.at(last + 1));
    while (next != null && !next.doubtful() && !words.ends(last + 1)) {
      last++;
      next = SPECIES.of(words.at(last + 1));
    }
    return last;
  }
}
