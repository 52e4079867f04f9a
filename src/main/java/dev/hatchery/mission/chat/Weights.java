package dev.hatchery.mission.chat;

import dev.hatchery.protocol.Category;
import java.util.List;

/** What part of a series each of its missions is: as long as such work usually takes. */
final class Weights {
  private static final double WHOLE = 100;

  private Weights() {}

  /** The parts in percent, in the order of what the missions ask for; together 100. */
  static List<Double> of(List<Category> categories) {
    var sum = categories.stream().mapToDouble(Weights::usual).sum();
    return categories.stream().map(category -> usual(category) * WHOLE / sum).toList();
  }

  private static double usual(Category category) {
    return switch (category) {
      case CALCULATE -> 1;
      case SEARCH, EXTRACT -> 2;
      case WRITE -> 4;
    };
  }
}
