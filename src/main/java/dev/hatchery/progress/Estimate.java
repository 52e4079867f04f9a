package dev.hatchery.progress;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a silent phase may be: 48 % of its way after half of its typical duration, 72 % after all
 * of it, then ever slower; it never arrives.
 *
 * @param from where it starts, in percent of the run
 * @param to where it never arrives, in percent of the run
 * @param since when it starts; before, it stands still
 * @param typical how long such a phase typically takes
 */
record Estimate(double from, double to, Instant since, Duration typical) {
  /*
   * With x in typical durations, the way left is C / (C + B x + A x²), the simplest falling curve
   * that starts at 1 and passes exactly through 52 % at 1/2 and 28 % at 1.
   */
  private static final double A = 132;
  private static final double B = 102;
  private static final double C = 91;
  private static final double NANOS = 1e9;

  /** The estimated percentage. */
  double at(Instant now) {
    if (!now.isAfter(since)) {
      return from;
    }
    var x = seconds(Duration.between(since, now)) / seconds(typical);
    return to - (to - from) * C / (C + B * x + A * x * x);
  }

  /** When it gets to a percentage, to the millisecond after; null when it never does. */
  @Nullable Instant reaches(double percent) {
    if (percent >= to) {
      return null;
    }
    if (percent <= from) {
      return since;
    }
    var needed = C * (to - from) / (to - percent) - C;
    var x = (Math.sqrt(B * B + 4 * A * needed) - B) / (2 * A);
    var millis = Math.ceil(x * seconds(typical) * 1000);
    return since.plusMillis((long) Math.min(millis, Integer.MAX_VALUE));
  }

  private static double seconds(Duration duration) {
    return duration.getSeconds() + duration.getNano() / NANOS;
  }
}
