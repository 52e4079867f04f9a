package dev.hatchery.avatar.painter;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the words of a prompt say about the creature; null where they are silent. */
final class Reading {
  private static final Lexicon<Species> SPECIES = new Lexicon<>(Species.values(), Names::words);
  private static final Lexicon<Hue> HUES = new Lexicon<>(Hue.values(), Hue::words);
  private static final Lexicon<Habitat> HABITATS = new Lexicon<>(Habitat.values(), Habitat::words);
  private static final Lexicon<Mood> MOODS = new Lexicon<>(Mood.values(), Mood::words);
  private static final Lexicon<Held> HELD = new Lexicon<>(Held.values(), Held::words);
  private static final Lexicon<Worn> WORN = new Lexicon<>(Worn.values(), Worn::words);
  private static final Lexicon<Signature> SIGNATURES =
      new Lexicon<>(Signature.values(), Signature::words);

  /** Words that are colours only when they describe what the creature is made of. */
  private static final Set<String> MATERIALS =
      Set.of(
          "ember",
          "pumpkin",
          "carrot",
          "fire",
          "fiery",
          "flame",
          "lava",
          "cherry",
          "strawberry",
          "lemon",
          "butter",
          "mustard",
          "honey",
          "caramel",
          "clockwork",
          "clay",
          "wooden",
          "wood",
          "acorn",
          "walnut",
          "cinnamon",
          "cocoa",
          "coffee",
          "chocolate",
          "biscuit",
          "snowy",
          "snow",
          "cloudy",
          "cloud",
          "paper",
          "frosted",
          "stone",
          "stony",
          "slate",
          "pebble",
          "granite",
          "shadow",
          "shadowy",
          "dark",
          "ink",
          "inky",
          "midnight",
          "leaf",
          "leafy",
          "grass",
          "grassy",
          "mossy",
          "fern",
          "ice",
          "icy",
          "frost",
          "frosty",
          "glacier",
          "glacial",
          "starry",
          "cosmic",
          "galaxy",
          "nebula",
          "moonlit",
          "sand",
          "sandy",
          "metal",
          "metallic",
          "tin",
          "iron",
          "steel",
          "plum",
          "grape",
          "blueberry",
          "raspberry",
          "pear",
          "peach",
          "rose",
          "wine",
          "polar",
          "pearl",
          "jade",
          "ash",
          "mint");

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

  /** The colour of its skin, or null. */
  @Nullable Hue skin() {
    Hue plain = hue(false, 0);
    return plain != null ? plain : hue(true, 0);
  }

  /** A second colour, or the colour of what it holds or wears, or null. */
  @Nullable Hue accent() {
    for (int i = 0; i < words.count(); i++) {
      Hue hue = HUES.of(words.at(i));
      if (hue != null && !MATERIALS.contains(words.at(i)) && ownerOf(i) == Owner.THING) {
        return hue;
      }
    }
    return hue(false, 1);
  }

  /** The colour of its eyes, or null. */
  @Nullable Hue eyes() {
    for (int i = 0; i < words.count(); i++) {
      Hue hue = HUES.of(words.at(i));
      if (hue != null && ownerOf(i) == Owner.EYES) {
        return hue;
      }
    }
    return null;
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
    return crowned ? Worn.FLOWERS : WORN.firstIn(words, head);
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

  private @Nullable Hue hue(boolean material, int skip) {
    int left = skip;
    Hue before = null;
    for (int i = 0; i < words.count(); i++) {
      Hue hue = HUES.of(words.at(i));
      boolean wanted =
          hue != null && MATERIALS.contains(words.at(i)) == material && ownerOf(i) == Owner.SKIN;
      if (wanted && (!material || describesHead(i)) && hue != before && left-- == 0) {
        return hue;
      }
      before = wanted ? hue : before;
    }
    return null;
  }

  private boolean describesHead(int place) {
    String before = words.at(place - 1);
    boolean madeOf = before.equals("of") && words.at(place - 2).equals("made");
    return madeOf || head < 0 || (place <= head && head - place <= 4);
  }

  private enum Owner {
    SKIN,
    THING,
    EYES,
    PLACE
  }

  /** Whose colour the word at a place is, by the next noun that this painter knows. */
  private Owner ownerOf(int place) {
    for (int i = place + 1; i <= place + 3 && !words.ends(i) && i != head; i++) {
      String word = words.at(i);
      if (Words.bare(word).equals("eye") || word.equals("eyed")) {
        return Owner.EYES;
      }
      if (i < head) {
        continue;
      }
      if (HELD.of(word) != null || WORN.of(word) != null) {
        return Owner.THING;
      }
      if (HABITATS.of(word) != null || word.equals("disc") || word.equals("background")) {
        return Owner.PLACE;
      }
    }
    return Owner.SKIN;
  }
}
