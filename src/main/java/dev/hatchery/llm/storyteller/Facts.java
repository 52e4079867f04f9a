package dev.hatchery.llm.storyteller;

import java.util.ArrayList;
import java.util.List;

/** Says what holds of a companion in the terms that sentences ask for, the most telling first. */
final class Facts {

  private Facts() {}

  static List<String> of(Entry species, String thing, List<Entry> found, boolean wishes) {
    List<String> facts = new ArrayList<>();
    for (String kind : List.of("role", "temper", "thing", "place", "stuff", "colour", "size")) {
      found.stream()
          .filter(entry -> entry.is(kind))
          .filter(
              entry ->
                  !kind.equals("thing")
                      || thing.matches(".*\\b(" + String.join("|", entry.words()) + ")\\b.*"))
          .filter(entry -> !entry.key().equals(species.key()))
          .limit(kind.equals("temper") || kind.equals("role") ? 2 : 1)
          .forEach(entry -> facts.add(entry.fact()));
    }
    if (!thing.isEmpty()) {
      facts.add("held");
    }
    if (wishes) {
      facts.add("wish");
    }
    facts.add(species.fact());
    boolean grown = found.stream().anyMatch(entry -> entry.is("size"));
    species.tags().stream()
        .filter(tag -> !(grown && (tag.equals("small") || tag.equals("large"))))
        .sorted()
        .forEach(tag -> facts.add("tag:" + tag));
    found.stream()
        .filter(entry -> entry.is("size"))
        .forEach(entry -> facts.add("tag:" + entry.key()));
    return facts;
  }
}
