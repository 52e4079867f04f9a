package dev.hatchery.progress;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Starts at the time of day and from then on only counts, so that setting the computer's clock
 * moves nothing back. To the millisecond, as events show it.
 */
final class SteadyClock implements InstantSource {
  private final Instant start = Instant.now();
  private final long zero = System.nanoTime();

  @Override
  public Instant instant() {
    return start.plusNanos(System.nanoTime() - zero).truncatedTo(ChronoUnit.MILLIS);
  }
}
