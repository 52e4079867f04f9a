package dev.hatchery.protocol;

/**
 * Names a run.
 *
 * @param value 26 characters of base 32, 128 random bits
 */
public record RunId(String value) {
  public RunId {
    Ids.check(value);
  }

  /** A new id that nobody can guess. */
  public static RunId random() {
    return new RunId(Ids.random());
  }

  @Override
  public String toString() {
    return value;
  }
}
