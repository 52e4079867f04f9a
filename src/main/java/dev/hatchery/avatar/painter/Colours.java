package dev.hatchery.avatar.painter;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which colours the words name, and what each of them belongs to; null where they are silent. */
final class Colours {
  private static final Lexicon<Hue> HUES = new Lexicon<>(Hue.values(), Hue::words);

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

  private static final Set<String> PALE = Set.of("light", "pale", "pastel", "baby");
  private static final Set<String> DEEP = Set.of("dark", "deep");

  private final Words words;
  private final int head;

  /** The colours in these words, with the creature's own name at a place, or -1. */
  Colours(Words words, int head) {
    this.words = words;
    this.head = head;
  }

  /** The colour that goes without saying with the creature's name, or null. */
  @Nullable Hue own() {
    return head < 0 ? null : Names.own(words.at(head));
  }

  /** The colour of its skin, or null. */
  @Nullable Hue skin() {
    Hue plain = hue(false, 0);
    return plain != null ? plain : hue(true, 0);
  }

  /** The colour as light or as dark as the word before it wants it. */
  Tone shaded(Hue hue) {
    for (int i = 1; i < words.count(); i++) {
      boolean said = HUES.of(words.at(i)) == hue;
      if (said && PALE.contains(words.at(i - 1))) {
        return Tone.of(Oklch.of(hue.color()).lighter(.4).vivid(.8).color());
      }
      if (said && DEEP.contains(words.at(i - 1))) {
        return Tone.of(Oklch.of(hue.color()).lighter(-.25).color());
      }
    }
    return hue.tone();
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
      if (Reading.thing(word)) {
        return Owner.THING;
      }
      if (Reading.place(word) || word.equals("disc") || word.equals("background")) {
        return Owner.PLACE;
      }
    }
    return Owner.SKIN;
  }
}
