package dev.hatchery.protocol;

import org.jspecify.annotations.Nullable;

/**
 * How far a run is.
 *
 * @param progress 0 to 100, the high-water mark of what was measured and estimated
 * @param measured 0 to 100, how far measuring got; never above {@code progress}
 * @param phase the phase it is in, or null before the first
 * @param message one sentence for people
 * @param eta how long it still takes, or null when nobody can say
 */
public record Standing(
    double progress, double measured, @Nullable String phase, String message, @Nullable Eta eta) {

  /** Whether the number shown is not yet one that was measured. */
  public boolean estimated() {
    return progress > measured;
  }
}
