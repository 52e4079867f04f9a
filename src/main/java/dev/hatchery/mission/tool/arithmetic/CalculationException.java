package dev.hatchery.mission.tool.arithmetic;

/** An expression has no result; the message says why in words for people. */
public final class CalculationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  CalculationException(String words) {
    super(words);
  }

  /** The words, without a full stop. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
