package dev.hatchery.mission;

import dev.hatchery.protocol.ToolName;
import dev.hatchery.protocol.ToolRecord;
import dev.hatchery.protocol.ToolRecord.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The confidence in a tool while it is being adjusted, and each adjustment in words. */
final class Confidence {
  /**
   * So many good uses are taken as given, so that a single bad one is no catastrophe: it multiplies
   * by 0.8.
   */
  private static final double GIVEN = 4;

  private static final double APPROVAL = 0.15;

  private final ToolName tool;
  private final List<String> adjustments = new ArrayList<>();
  private double value;
  private boolean excluded;

  private Confidence(ToolName tool, double base) {
    this.tool = tool;
    this.value = base;
  }

  /** What is left of, or added to, the base confidence by what is known of the tool. */
  static Confidence of(ToolName tool, double base, ToolRecord record) {
    var confidence = new Confidence(tool, base);
    confidence.multiply(feedback(record));
    if (record.verdict() == Verdict.APPROVED) {
      confidence.add(APPROVAL, "approved");
    }
    confidence.add(Figures.hundredths(record.surveys()), "surveys");
    if (record.verdict() == Verdict.REJECTED) {
      confidence.exclude();
    }
    return confidence;
  }

  double value() {
    return value;
  }

  boolean excluded() {
    return excluded;
  }

  List<String> adjustments() {
    return List.copyOf(adjustments);
  }

  /** The share of good uses, 1 as long as there is no bad one. */
  private static double feedback(ToolRecord record) {
    return Figures.hundredths((record.successes() + GIVEN) / (record.uses() + GIVEN));
  }

  private void multiply(double factor) {
    if (factor != 1) {
      become(value * factor, "× " + Figures.words(factor), "feedback");
    }
  }

  private void add(double addend, String reason) {
    if (addend != 0) {
      var sign = addend < 0 ? "− " : "+ ";
      become(value + addend, sign + Figures.words(Math.abs(addend)), reason);
    }
  }

  private void exclude() {
    become(0, "excluded", "rejected");
    excluded = true;
  }

  private void become(double next, String operation, String reason) {
    var before = value;
    value = Math.clamp(Figures.hundredths(next), 0, 1);
    adjustments.add(
        "%s %s %s (%s) = %s"
            .formatted(tool, Figures.words(before), operation, reason, Figures.words(value)));
  }
}
