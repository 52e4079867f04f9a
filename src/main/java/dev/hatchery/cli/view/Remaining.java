package dev.hatchery.cli.view;

import dev.hatchery.cli.client.Facts;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a run will still take, as a range, from the moment when it was said.
 *
 * @param at how long the run had been watched by then
 */
public record Remaining(Duration low, Duration high, Duration at) {
  private static final double MILLIS = 1000;

  /** What an event says about it, or null when it says nothing. */
  public static @Nullable Remaining of(Facts data, Duration elapsed) {
    var eta = data.at("eta_seconds");
    var one = data.number("eta_seconds");
    var low = one.isPresent() ? one : eta.number("p50");
    var high = one.isPresent() ? one : eta.number("p90");
    return low.isPresent() && high.isPresent()
        ? new Remaining(seconds(low.getAsDouble()), seconds(high.getAsDouble()), elapsed)
        : null;
  }

  /** The words for it now; empty once it should be over. */
  public String words(Duration elapsed) {
    var range = range(elapsed);
    return range.isEmpty() ? "" : range + " remaining";
  }

  /** Such as "2–4 min"; empty once it should be over. */
  String range(Duration elapsed) {
    var gone = elapsed.minus(at);
    var left = high.minus(gone);
    return left.isPositive() ? Words.range(low.minus(gone), left) : "";
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis((long) (seconds * MILLIS));
  }
}
