package dev.hatchery.protocol;

import org.jspecify.annotations.Nullable;

/**
 * How somebody names a run: by its id, by the name its owner gave it, or by its number.
 *
 * @param text 1 to 200 characters
 */
public record RunRef(String text) {
  private static final int MOST = 200;
  private static final int DIGITS_MOST = 18;

  public RunRef {
    if (text.isEmpty() || text.length() > MOST) {
      throw new IllegalArgumentException("a run is named by 1 to 200 characters");
    }
  }

  /** Names a run by its id. */
  public static RunRef of(RunId id) {
    return new RunRef(id.value());
  }

  /** The number that it may be, or null when it is none. */
  public @Nullable Long number() {
    return text.length() <= DIGITS_MOST && text.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Long.valueOf(text)
        : null;
  }

  /** Whether it names this run. */
  public boolean names(Subject run) {
    return text.equals(run.runId().value())
        || text.equals(run.name())
        || Long.valueOf(run.number()).equals(number());
  }

  @Override
  public String toString() {
    return text;
  }
}
