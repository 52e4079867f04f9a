package dev.hatchery.protocol;

import java.time.Duration;

/**
 * What one owner's missions say of one tool.
 *
 * @param verdict the owner's last word on the tool
 * @param surveys what surveys add to its confidence, −1 to 1
 * @param uses how many missions used it and ended, 0 or more
 * @param successes how many of them it served, 0 to {@code uses}
 * @param time what all uses took together
 * @param cost what all uses cost together
 */
public record ToolRecord(
    Verdict verdict, double surveys, int uses, int successes, Duration time, Usd cost) {

  /** Nothing is known. */
  public static final ToolRecord NOTHING =
      new ToolRecord(Verdict.NONE, 0, 0, 0, Duration.ZERO, Usd.ZERO);

  public ToolRecord {
    if (surveys < -1 || surveys > 1) {
      throw new IllegalArgumentException("surveys add from -1 to 1");
    }
    if (successes < 0 || successes > uses) {
      throw new IllegalArgumentException("there are from none to as many successes as uses");
    }
  }

  /** What an owner said of a tool. */
  public enum Verdict {
    NONE,
    /** It is more likely to be chosen. */
    APPROVED,
    /** It is never chosen for this owner. */
    REJECTED
  }

  /** The same after one more use that ended. */
  public ToolRecord used(boolean success, Duration took, Usd costed) {
    return new ToolRecord(
        verdict,
        surveys,
        uses + 1,
        successes + (success ? 1 : 0),
        time.plus(took),
        cost.plus(costed));
  }

  /** The same after the owner's word on it. */
  public ToolRecord judged(Verdict word) {
    return new ToolRecord(word, surveys, uses, successes, time, cost);
  }

  /** The same after one more survey, which {@link Survey#adjustment} weighs. */
  public ToolRecord surveyed(double adjustment) {
    var sum = Math.clamp(surveys + adjustment, -1, 1);
    return new ToolRecord(verdict, sum, uses, successes, time, cost);
  }
}
