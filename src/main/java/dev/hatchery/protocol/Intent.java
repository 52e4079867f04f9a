package dev.hatchery.protocol;

/**
 * What an objective asks for.
 *
 * @param confidence how sure that is, 0 to 1
 * @param tokens how many a language model read and wrote to tell it; 0 where its words did
 */
public record Intent(Category category, double confidence, long tokens) {
  public Intent {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("a confidence is 0 to 1, was " + confidence);
    }
  }

  /** As its words tell it. */
  public Intent(Category category, double confidence) {
    this(category, confidence, 0);
  }
}
