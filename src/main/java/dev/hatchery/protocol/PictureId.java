package dev.hatchery.protocol;

/**
 * Names a picture.
 *
 * @param value 26 characters of base 32, 128 random bits
 */
public record PictureId(String value) {
  public PictureId {
    Ids.check(value);
  }

  /** A new id that nobody can guess. */
  public static PictureId random() {
    return new PictureId(Ids.random());
  }

  @Override
  public String toString() {
    return value;
  }
}
