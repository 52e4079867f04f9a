package dev.hatchery.protocol;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The seven steps of a mission, in order, and the percentages at which each starts and completes.
 */
public enum MissionStep {
  /** It may be executed: it was approved, and was not executed before. */
  VERIFICATION(1, 5, 10),
  /** What kind of tool its objective needs. */
  INTENT_CLASSIFICATION(2, 20, 30),
  /** What it will cost, and whether that may be spent. */
  BUDGET_CHECK(3, 30, 40),
  /** Which tool does it. */
  TOOL_SELECTION(4, 40, 55),
  /** The tool at work. */
  TOOL_EXECUTION(5, 55, 80),
  /** What the tool found is kept, with its preview. */
  ARTIFACT_CREATION(6, 80, 90),
  /** What it cost in the end, and what is learned from it. */
  FINALIZE(7, 90, 100);

  /** The plan of every mission. */
  public static final List<Phase> PLAN =
      Stream.of(values())
          .map(step -> new Phase(step.word(), step.startsAt, step.completesAt))
          .toList();

  private final int place;
  private final double startsAt;
  private final double completesAt;

  MissionStep(int place, double startsAt, double completesAt) {
    this.place = place;
    this.startsAt = startsAt;
    this.completesAt = completesAt;
  }

  /** Where the mission is when the step starts, in percent. */
  public double startsAt() {
    return startsAt;
  }

  /** Where the mission is when the step is completed, in percent. */
  public double completesAt() {
    return completesAt;
  }

  /** Which of the seven it is, from 1. */
  public int place() {
    return place;
  }

  /** How many there are. */
  public static int count() {
    return values().length;
  }

  /** How it is called on the wire, such as {@code budget_check}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How it is called by people, such as {@code Budget check}. */
  public String title() {
    var words = word().replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
