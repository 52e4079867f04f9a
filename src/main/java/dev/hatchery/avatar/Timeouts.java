package dev.hatchery.avatar;

import dev.hatchery.config.Config;
import dev.hatchery.config.RendererEntry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How patient we are with a renderer.
 *
 * @param firstBar from the start to its first bar, or a server's first sign of painting
 * @param idle without any byte, once it has begun
 * @param total from the start to the end
 */
public record Timeouts(Duration firstBar, Duration idle, Duration total) {

  /** Throws {@link IllegalArgumentException} with a sentence when one is not positive. */
  public Timeouts {
    if (!firstBar.isPositive() || !idle.isPositive() || !total.isPositive()) {
      throw new IllegalArgumentException("a renderer's time-outs must be more than nothing");
    }
  }

  /** The renderer's own, and the common ones where it has none. */
  public static Timeouts of(Config.Render render, RendererEntry renderer) {
    return new Timeouts(
        or(renderer.firstBarTimeout(), render.firstBarTimeout()),
        or(renderer.idleTimeout(), render.idleTimeout()),
        or(renderer.totalTimeout(), render.totalTimeout()));
  }

  private static Duration or(@Nullable Duration own, Duration common) {
    return own == null ? common : own;
  }
}
