package dev.hatchery.json;

import dev.hatchery.protocol.Ranked;
import java.util.List;

/** A tool among those that a mission could use, as JSON. */
public record RankedJson(
    String tool,
    double base,
    List<String> adjustments,
    double confidence,
    double roi,
    double score,
    boolean excluded) {

  /** These tools, in their order. */
  public static List<RankedJson> of(List<Ranked> ranking) {
    return ranking.stream().map(RankedJson::of).toList();
  }

  private static RankedJson of(Ranked ranked) {
    return new RankedJson(
        ranked.tool().value(),
        ranked.base(),
        ranked.adjustments(),
        ranked.confidence(),
        ranked.roi(),
        ranked.score(),
        ranked.excluded());
  }
}
