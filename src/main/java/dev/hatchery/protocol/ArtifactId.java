package dev.hatchery.protocol;

/**
 * Names an artifact.
 *
 * @param value 26 characters of base 32, 128 random bits
 */
public record ArtifactId(String value) {
  public ArtifactId {
    Ids.check(value);
  }

  /** A new id that nobody can guess. */
  public static ArtifactId random() {
    return new ArtifactId(Ids.random());
  }

  @Override
  public String toString() {
    return value;
  }
}
