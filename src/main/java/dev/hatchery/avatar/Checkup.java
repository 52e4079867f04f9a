package dev.hatchery.avatar;

/**
 * What was found when a renderer was looked at.
 *
 * @param well whether it can be expected to paint
 * @param sentence what was found, and when it is not well, what to do
 */
public record Checkup(boolean well, String sentence) {

  /** It can be expected to paint. */
  public static Checkup well(String sentence) {
    return new Checkup(true, sentence);
  }

  /** It cannot paint as it is. */
  public static Checkup ill(String sentence) {
    return new Checkup(false, sentence);
  }
}
