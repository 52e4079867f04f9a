package dev.hatchery.protocol;

import java.util.List;

/**
 * Where a tool stands among those that could be used.
 *
 * @param base the confidence in it without any learning, 0 to 1
 * @param adjustments what was learned, each step in words, such as {@code web_search 0.85 × 0.8
 *     (feedback) = 0.68}
 * @param confidence after all of them, 0 to 1
 * @param roi what it gives back for its time and cost, 0 to 1
 * @param score 0.6 of the confidence and 0.4 of the roi
 * @param excluded whether its owner rejected it; then it is never chosen
 */
public record Ranked(
    ToolName tool,
    double base,
    List<String> adjustments,
    double confidence,
    double roi,
    double score,
    boolean excluded) {
  public Ranked {
    adjustments = List.copyOf(adjustments);
  }
}
