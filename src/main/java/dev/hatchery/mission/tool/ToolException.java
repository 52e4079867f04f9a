package dev.hatchery.mission.tool;

/** A tool gave no answer; the message says why in words for people, such as a timeout. */
public final class ToolException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * Why there is no answer.
   *
   * @param words follow {@code Tool execution failed: }, such as {@code Connection timeout}
   */
  public ToolException(String words) {
    super(words);
  }

  /** The words. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
