package dev.hatchery.mission.tool.custom;

import dev.hatchery.config.ToolEntry;
import dev.hatchery.protocol.Category;
import java.util.Set;
import java.util.stream.Collectors;

/** What the settings say that a tool serves, as missions know it. */
final class Purposes {
  private Purposes() {}

  static Set<Category> categories(ToolEntry entry) {
    return entry.serves().stream()
        .map(purpose -> Category.valueOf(purpose.name()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
