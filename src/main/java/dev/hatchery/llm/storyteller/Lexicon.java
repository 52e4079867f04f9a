package dev.hatchery.llm.storyteller;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything the storyteller has a word for. */
final class Lexicon {

  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, List<Entry>> byWord = new HashMap<>();
  private final Map<String, Entry> bySign = new HashMap<>();

  Lexicon() {
    Lines.of("species.txt").forEach(line -> add(species(line.split("\\s*\\|\\s*", -1))));
    Lines.of("words.txt").forEach(line -> add(other(line.split("\\s*\\|\\s*", -1))));
  }

  /** What the word can mean; a plural means what its singular means. */
  List<Entry> of(String word) {
    String key = Plain.key(word);
    List<Entry> found = byWord.getOrDefault(key, List.of());
    if (found.isEmpty() && key.length() > 3 && key.endsWith("s")) {
      found = byWord.getOrDefault(key.substring(0, key.length() - 1), List.of());
    }
    return found;
  }

  Optional<Entry> of(String word, String kind) {
    return of(word).stream().filter(entry -> entry.is(kind)).findFirst();
  }

  /** The species of the first pictogram or ideograph, which stand without spaces between. */
  Optional<Entry> bySign(String text) {
    String key = Plain.key(text);
    return bySign.keySet().stream()
        .filter(key::contains)
        .min(
            Comparator.<String>comparingInt(key::indexOf)
                .thenComparing(Comparator.comparingInt(String::length).reversed()))
        .map(bySign::get);
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  Entry species(String key) {
    return entries.stream()
        .filter(entry -> entry.is("species") && entry.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private void add(Entry entry) {
    entries.add(entry);
    for (String word : entry.words()) {
      if (Plain.isSign(word)) {
        bySign.putIfAbsent(word, entry);
      } else {
        byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(entry);
      }
    }
  }

  private static Entry species(String[] c) {
    return new Entry(
        "species", c[0], words(c[1]), Set.copyOf(list(c[2])), list(c[3]), c[4], c[5], c[6]);
  }

  private static Entry other(String[] c) {
    boolean role = c[0].equals("role");
    List<String> stems = role ? list(c[3]) : List.of();
    return new Entry(c[0], c[1], words(c[2]), Set.of(), stems, "", "", c[role ? 4 : 3]);
  }

  private static List<String> words(String column) {
    return list(column).stream().map(Plain::key).distinct().toList();
  }

  private static List<String> list(String column) {
    return column.isBlank() ? List.of() : List.of(column.strip().split("\\s+"));
  }
}
