package dev.hatchery.protocol;

/**
 * Names a run.
 *
 * @param value 26 characters of base 32, 128 random bits
 */
public record RunId(String value) {
  /** How a run's id is called in events and in log lines. */
  public static final String KEY = "run_id";

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
