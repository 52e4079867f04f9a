package dev.hatchery.avatar;

import java.time.Duration;

/**
 * How patient we are with a renderer.
 *
 * @param firstBar from the start to its first bar
 * @param idle without any byte, once a bar was seen
 * @param total from the start to the end
 */
public record Timeouts(Duration firstBar, Duration idle, Duration total) {

  /** Throws {@link IllegalArgumentException} with a sentence when one is not positive. */
  public Timeouts {
    if (!firstBar.isPositive() || !idle.isPositive() || !total.isPositive()) {
      throw new IllegalArgumentException("a renderer's time-outs must be more than nothing");
    }
  }
}
