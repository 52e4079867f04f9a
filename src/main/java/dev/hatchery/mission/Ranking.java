package dev.hatchery.mission;

import dev.hatchery.protocol.Ranked;
import dev.hatchery.protocol.ToolName;
import dev.hatchery.protocol.ToolRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which of several tools is to be chosen: 0.6 of the confidence in it and 0.4 of what it gives back
 * for its time and cost. Every figure is rounded to hundredths as it is reckoned, so that what is
 * said of it in words is exactly true.
 */
public final class Ranking {
  private static final double OF_CONFIDENCE = 0.6;
  private static final double OF_ROI = 0.4;

  private static final Comparator<Ranked> BEST_FIRST =
      Comparator.comparing(Ranked::excluded)
          .thenComparing(Comparator.comparingDouble(Ranked::score).reversed())
          .thenComparing(Comparator.comparingDouble(Ranked::base).reversed())
          .thenComparing(ranked -> ranked.tool().value());

  private final Investment investment;

  /** Weighs time and cost so. */
  public Ranking(Investment investment) {
    this.investment = investment;
  }

  /**
   * A tool that could be used.
   *
   * @param base the confidence in it that its configuration states, 0 to 1
   * @param record what its owner's missions say of it
   */
  public record Candidate(ToolName tool, double base, ToolRecord record) {}

  /** The tools, best first; those that their owner rejected last. */
  public List<Ranked> rank(List<Candidate> candidates) {
    return candidates.stream().map(this::ranked).sorted(BEST_FIRST).toList();
  }

  /** The first of these that is not excluded and in which there is at least this confidence. */
  public static Optional<Ranked> choose(List<Ranked> ranked, double threshold) {
    return ranked.stream()
        .filter(one -> !one.excluded() && one.confidence() >= threshold)
        .findFirst();
  }

  private Ranked ranked(Candidate candidate) {
    var confidence = Confidence.of(candidate.tool(), candidate.base(), candidate.record());
    var roi = investment.roi(candidate.record());
    return new Ranked(
        candidate.tool(),
        candidate.base(),
        confidence.adjustments(),
        confidence.value(),
        roi,
        Figures.thousandths(OF_CONFIDENCE * confidence.value() + OF_ROI * roi),
        confidence.excluded());
  }
}
