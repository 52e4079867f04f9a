package dev.hatchery.llm.storyteller;

import java.util.List;

/** How a story's first sentence goes about it, and the facts such sentences stand under. */
enum Opening {
  PLAIN("open plain"),
  UNCLEAR("open unclear"),
  WISH("open wish"),
  PLURAL("open plural"),
  CLAUSE_PLURAL("open clause plural"),
  CLAUSE_HABIT("open clause habit"),
  CLAUSE_STATE("open clause state"),
  CLAUSE_LOOSE("open clause loose");

  private final String needs;

  Opening(String needs) {
    this.needs = needs;
  }

  List<String> needs() {
    return List.of(needs.split(" "));
  }
}
