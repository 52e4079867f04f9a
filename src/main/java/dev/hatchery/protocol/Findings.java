package dev.hatchery.protocol;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of a mission have found; null is what is not known yet.
 *
 * @param estimate what it will cost, which is reserved
 * @param ranking of the tools that could be chosen, best first
 * @param toolBegun whether the tool was put to work, so that what it did may have had effect
 * @param cost what it cost
 */
public record Findings(
    @Nullable Intent intent,
    @Nullable Usd estimate,
    List<Ranked> ranking,
    @Nullable Choice choice,
    boolean toolBegun,
    @Nullable Yield yield,
    @Nullable ArtifactId artifact,
    @Nullable Usd cost) {
  /** Nothing is known. */
  public static final Findings NOTHING =
      new Findings(null, null, List.of(), null, false, null, null, null);

  public Findings {
    ranking = List.copyOf(ranking);
  }

  /**
   * The tool that does it.
   *
   * @param confidence in it, 0 to 1
   */
  public record Choice(ToolName tool, double confidence) {}

  /**
   * What the tool gave.
   *
   * @param draft the artifact that is kept but not shown yet
   * @param summary one sentence for people
   * @param tokens how many a language model read and wrote for it
   */
  public record Yield(ArtifactId draft, String summary, long tokens, Duration took) {}

  /** The same with the intent. */
  public Findings with(Intent known) {
    return new Findings(known, estimate, ranking, choice, toolBegun, yield, artifact, cost);
  }

  /** The same with what it will cost. */
  public Findings estimated(Usd known) {
    return new Findings(intent, known, ranking, choice, toolBegun, yield, artifact, cost);
  }

  /** The same with the tools as they rank, and with the one that does it. */
  public Findings chosen(List<Ranked> ranked, @Nullable Choice known) {
    return new Findings(intent, estimate, ranked, known, toolBegun, yield, artifact, cost);
  }

  /** The same once the tool is put to work. */
  public Findings begun() {
    return new Findings(intent, estimate, ranking, choice, true, yield, artifact, cost);
  }

  /** The same with what the tool gave. */
  public Findings with(Yield known) {
    return new Findings(intent, estimate, ranking, choice, toolBegun, known, artifact, cost);
  }

  /** The same with what came of it. */
  public Findings with(ArtifactId known) {
    return new Findings(intent, estimate, ranking, choice, toolBegun, yield, known, cost);
  }

  /** The same with what it cost. */
  public Findings costing(Usd known) {
    return new Findings(intent, estimate, ranking, choice, toolBegun, yield, artifact, known);
  }
}
