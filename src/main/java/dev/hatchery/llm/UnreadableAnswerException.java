package dev.hatchery.llm;

/** A model's answer holds no valid persona; the message is a sentence that says why. */
public final class UnreadableAnswerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The sentence may be shown to people; it never repeats the answer. */
  public UnreadableAnswerException(String sentence) {
    super(sentence);
  }
}
