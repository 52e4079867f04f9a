package dev.hatchery.llm.storyteller;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Makes a short playful name that hints at who it is for: a stem of the lexicon and an ending. */
final class Naming {

  private static final List<String> ENDINGS =
      List.of("o", "o", "a", "a", "in", "et", "el", "ock", "ow", "ie", "um", "le");

  /** Taken, or words already. */
  private static final Set<String> NOT =
      Set.of(
          "Cinder", "Nimbo", "Pharos", "Tock", "Assam", "Bramble", "Clover", "Margin", "Bunnie",
          "Jellie", "Cookie", "Rookie", "Hookie", "Pocket", "Market", "Kindle", "Twinkle", "Purple",
          "Spindle", "Bottle", "Nettle");

  private Naming() {}

  static String name(List<Entry> hints, Random random) {
    List<String> stems = new ArrayList<>();
    hints.forEach(entry -> stems.addAll(entry.stems()));
    String name;
    do {
      name = join(pick(stems, random), pick(ENDINGS, random));
    } while (NOT.contains(name));
    return name;
  }

  // "-le" needs one plain consonant group before it that a mouth can leave: Tindle, Tuffle, but not
  // Lillle.
  private static String join(String stem, String ending) {
    boolean leads = stem.matches(".*(?:[aeiou]nd|[aeiou]mb|bb|dd|ff|gg|pp|tt|zz|nk|sk|st)");
    boolean tripped =
        (stem.endsWith("l") && ending.endsWith("l"))
            || (stem.endsWith("k") && ending.endsWith("k"));
    return stem + (tripped || (ending.equals("le") && !leads) ? "o" : ending);
  }

  private static <T> T pick(List<T> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }
}
