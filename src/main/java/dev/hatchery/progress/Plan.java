package dev.hatchery.progress;

import dev.hatchery.protocol.Phase;
import java.math.BigDecimal;
import java.util.List;

/**
 * The ordered phases of a run. Every percentage it gives has at most one decimal.
 *
 * @param phases at least one, in order, none overlapping
 */
public record Plan(List<Phase> phases) {
  private static final double WHOLE = 100;

  /** What a tick of the last phase shows at most: all is done, nothing is verified. */
  private static final double FINISHING = 99;

  public Plan {
    phases = List.copyOf(phases);
    if (phases.isEmpty()) {
      throw new IllegalArgumentException("a plan must have a phase");
    }
    for (int i = 1; i < phases.size(); i++) {
      if (phases.get(i).from() < phases.get(i - 1).to()) {
        throw new IllegalArgumentException(
            "phase %s overlaps %s".formatted(phases.get(i).name(), phases.get(i - 1).name()));
      }
    }
  }

  /** The plan of a hatching: {@code llm}, then {@code avatar}. The weights are in percent. */
  public static Plan hatching(double llmWeight, double avatarWeight) {
    if (llmWeight + avatarWeight != WHOLE) {
      throw new IllegalArgumentException(
          "weights must add up to 100, were %s + %s"
              .formatted(plain(llmWeight), plain(avatarWeight)));
    }
    return new Plan(List.of(new Phase("llm", 0, llmWeight), new Phase("avatar", llmWeight, WHOLE)));
  }

  /** The place of a phase: 0 for the first, -1 when it is not in the plan. */
  int place(String name) {
    return phases.stream().map(Phase::name).toList().indexOf(name);
  }

  /** Where a phase starts. */
  public double start(String name) {
    return Tenths.floor(phase(name).from());
  }

  /** Where a phase ends, which only a milestone shows. */
  public double end(String name) {
    return Tenths.floor(phase(name).to());
  }

  /** The most that a tick of a phase shows. */
  double ceiling(String name) {
    var below = last(name) ? FINISHING : Tenths.below(end(name));
    return Math.max(start(name), below);
  }

  /** The most that an estimate in a phase shows: in the last one, only a full bar shows 99. */
  double estimateCeiling(String name) {
    var most = last(name) ? Tenths.below(ceiling(name)) : ceiling(name);
    return Math.max(start(name), most);
  }

  /** What a tick shows at this fraction of a phase, 0 to 1. */
  public double percent(String name, double fraction) {
    var phase = phase(name);
    var exact = phase.from() + (phase.to() - phase.from()) * fraction;
    return Math.min(Tenths.floor(exact), ceiling(name));
  }

  /** Whether the run ends with this phase. */
  boolean last(String name) {
    return place(name) == phases.size() - 1;
  }

  private Phase phase(String name) {
    var place = place(name);
    if (place < 0) {
      throw new IllegalArgumentException("the plan has no phase " + name);
    }
    return phases.get(place);
  }

  private static String plain(double weight) {
    return BigDecimal.valueOf(weight).stripTrailingZeros().toPlainString();
  }
}
