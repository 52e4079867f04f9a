package dev.hatchery.llm.storyteller;

import java.util.ArrayList;
import java.util.List;

/**
 * A sentence that may be said.
 *
 * @param needs the facts that must all hold
 * @param trait what it shows about the companion
 * @param text with the marks that {@link Voice} fills
 */
record Sentence(List<String> needs, String trait, String text) {

  Sentence {
    needs = List.copyOf(needs);
  }

  static List<Sentence> all() {
    List<Sentence> all = new ArrayList<>();
    List<String> needs = List.of();
    for (String line : Lines.of("sentences.txt")) {
      if (line.startsWith("[") && line.endsWith("]")) {
        needs = List.of(line.substring(1, line.length() - 1).split(" "));
      } else {
        int bar = line.indexOf(" | ");
        all.add(new Sentence(needs, line.substring(0, bar), line.substring(bar + 3)));
      }
    }
    return List.copyOf(all);
  }
}
