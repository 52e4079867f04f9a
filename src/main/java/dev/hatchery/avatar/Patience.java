package dev.hatchery.avatar;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Knows when a renderer has been waited for long enough. Times are those of one monotonic clock.
 */
public final class Patience {

  private static final long SECONDS_MOST = 120;

  private final Timeouts timeouts;
  private final long start;
  private long lastByte;
  private boolean begun;

  /** Begins to wait. */
  public Patience(Timeouts timeouts, long now) {
    this.timeouts = timeouts;
    this.start = now;
    this.lastByte = now;
  }

  /** Something arrived. */
  public void bytes(long now) {
    lastByte = now;
  }

  /** It has begun to paint. */
  public void bar() {
    begun = true;
  }

  /** Why it is to be stopped; empty while it may go on. */
  public Optional<RenderException> spent(long now) {
    if (over(timeouts.total(), now - start)) {
      return stop(RenderException.Reason.TOO_LONG, "took more than %s", timeouts.total());
    }
    if (begun) {
      return over(timeouts.idle(), now - lastByte)
          ? stop(RenderException.Reason.SILENT, "went silent for %s", timeouts.idle())
          : Optional.empty();
    }
    return over(timeouts.firstBar(), now - start)
        ? stop(RenderException.Reason.TOO_LONG, "did not begin within %s", timeouts.firstBar())
        : Optional.empty();
  }

  private static boolean over(Duration most, long nanos) {
    return Duration.ofNanos(nanos).compareTo(most) > 0;
  }

  private static Optional<RenderException> stop(
      RenderException.Reason reason, String what, Duration most) {
    String sentence = "The painter " + what.formatted(spoken(most)) + " and was stopped.";
    return Optional.of(RenderException.of(reason, sentence));
  }

  /** {@code 60 s}, {@code 10 min}, {@code 0.5 s}. */
  static String spoken(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds > SECONDS_MOST && seconds % 60 == 0) {
      return duration.toMinutes() + " min";
    }
    return duration.toMillisPart() == 0
        ? seconds + " s"
        : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
