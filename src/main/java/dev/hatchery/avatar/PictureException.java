package dev.hatchery.avatar;

/**
 * A renderer's file is no picture we accept. The message says what the painter did, as in "wrote a
 * truncated picture".
 */
public final class PictureException extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean missing;

  private PictureException(String what, boolean missing) {
    super(what);
    this.missing = missing;
  }

  static PictureException bad(String what) {
    return new PictureException(what, false);
  }

  static PictureException none() {
    return new PictureException("ended without a picture", true);
  }

  static PictureException truncated() {
    return bad("wrote a truncated picture");
  }

  /** Whether there was no file at all. */
  boolean missing() {
    return missing;
  }
}
