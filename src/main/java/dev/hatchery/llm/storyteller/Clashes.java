package dev.hatchery.llm.storyteller;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What one companion cannot be at once, and what one story should not say twice. */
final class Clashes {

  private static final Pattern MARKS = Pattern.compile("\\{[^}]*}|[\\[\\]]");
  private static final Pattern WORDS = Pattern.compile("[^a-z']+");
  private static final int TELLING = 5;
  private static final Set<String> COMMON =
      Set.of(
          """
          every never always which those there after before would their where other first
          until while whoever anyone somebody nobody someone between about little still could
          wherever though because people whole things thing enough
          """
              .split("\\s+"));

  private final Map<String, Set<String>> clashes = new HashMap<>();

  Clashes() {
    for (String line : Lines.of("clashes.txt")) {
      String trait = line.substring(0, line.indexOf(':'));
      for (String other : line.substring(line.indexOf(':') + 1).strip().split(" ")) {
        clashes.computeIfAbsent(trait, t -> new HashSet<>()).add(other);
        clashes.computeIfAbsent(other, t -> new HashSet<>()).add(trait);
      }
    }
  }

  boolean agree(String trait, Collection<String> others) {
    Set<String> against = clashes.getOrDefault(trait, Set.of());
    return others.stream().noneMatch(against::contains);
  }

  /** Whether both turn on the same telling word, so that the second would sound like an echo. */
  boolean echo(Sentence one, Sentence other) {
    Set<String> words = telling(one);
    words.retainAll(telling(other));
    return !words.isEmpty();
  }

  private static Set<String> telling(Sentence sentence) {
    return WORDS
        .splitAsStream(MARKS.matcher(sentence.text()).replaceAll("").toLowerCase(Locale.ROOT))
        .filter(word -> word.length() >= TELLING && !COMMON.contains(word))
        .collect(Collectors.toSet());
  }
}
