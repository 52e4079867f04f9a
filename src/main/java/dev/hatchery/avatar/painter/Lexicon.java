package dev.hatchery.avatar.painter;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which word means which of the values of an enumeration; the first value to claim a word has it.
 */
final class Lexicon<T extends Enum<T>> {
  private final Map<String, T> meanings = new HashMap<>();

  Lexicon(T[] values, Function<T, String> words) {
    for (T value : values) {
      for (String word : words.apply(value).split(" ", -1)) {
        meanings.putIfAbsent(word, value);
      }
    }
  }

  /** What the word means, or null. */
  @Nullable T of(String word) {
    T exact = meanings.get(word);
    return exact != null ? exact : meanings.get(Words.bare(word));
  }

  /** The meaning of the first word that has one, but for the word at one place, or null. */
  @Nullable T firstIn(Words words, int except) {
    for (int i = 0; i < words.count(); i++) {
      T meaning = i == except ? null : of(words.at(i));
      if (meaning != null) {
        return meaning;
      }
    }
    return null;
  }
}
