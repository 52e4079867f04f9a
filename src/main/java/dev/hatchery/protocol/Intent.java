package dev.hatchery.protocol;

/**
 * What an objective asks for.
 *
 * @param confidence how sure that is, 0 to 1
 */
public record Intent(Category category, double confidence) {
  public Intent {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("a confidence is 0 to 1, was " + confidence);
    }
  }
}
