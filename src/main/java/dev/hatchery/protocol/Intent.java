package dev.hatchery.protocol;

import org.jspecify.annotations.Nullable;

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

  /** The same with the tokens of what was told before it, or null where nothing was. */
  public Intent after(@Nullable Intent before) {
    return before == null ? this : new Intent(category, confidence, before.tokens + tokens);
  }

  /** As its words tell it. */
  public Intent(Category category, double confidence) {
    this(category, confidence, 0);
  }
}
