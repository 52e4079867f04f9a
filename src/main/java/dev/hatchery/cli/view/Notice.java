package dev.hatchery.cli.view;

import dev.hatchery.cli.screen.SafeText;

/**
 * What is to say of the connection.
 *
 * @param word such as Live; empty where nobody asks
 * @param sentence what is the matter; empty when nothing is
 */
public record Notice(String word, String sentence) {
  /** Nothing is the matter, and nobody asks. */
  public static final Notice NONE = new Notice("", "");

  /** Events arrive as they happen. */
  public static final Notice LIVE = new Notice("Live", "");

  /** They no longer do. */
  public static final Notice RECONNECTING =
      new Notice("Reconnecting", "The connection is lost; trying to reach Hatchery again…");

  /** Makes both safe to print. */
  public Notice {
    word = SafeText.of(word);
    sentence = SafeText.of(sentence);
  }

  /** Something else is the matter. */
  public static Notice of(String sentence) {
    return new Notice("", sentence);
  }

  /** Whether nothing is the matter. */
  public boolean calm() {
    return sentence.isEmpty();
  }
}
