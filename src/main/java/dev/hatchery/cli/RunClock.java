package dev.hatchery.cli;

import dev.hatchery.cli.client.Facts;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** How long a run has been at work, also where we began to watch it later. */
final class RunClock {
  private final @Nullable Instant started;
  private final Duration before;
  private final @Nullable Duration whole;
  private final long begun = System.nanoTime();

  private RunClock(@Nullable Instant started, Duration before, @Nullable Duration whole) {
    this.started = started;
    this.before = before.isNegative() ? Duration.ZERO : before;
    this.whole = whole;
  }

  /** That of a run which starts now. */
  static RunClock fromNow() {
    return new RunClock(null, Duration.ZERO, null);
  }

  /** That of a run as the server tells it. */
  static RunClock of(Facts run) {
    var started = instant(run, run.has("started_at") ? "started_at" : "created_at");
    if (started == null) {
      return fromNow();
    }
    var finished = instant(run, "finished_at");
    return new RunClock(
        started,
        Duration.between(started, Instant.now()),
        finished == null ? null : Duration.between(started, finished));
  }

  /** Since it started, or as long as it took where it is over. */
  Duration now() {
    return whole != null ? whole : before.plusNanos(System.nanoTime() - begun);
  }

  /** From its start to the moment of an event; to now where that does not say when it was. */
  Duration at(Facts data) {
    var moment = instant(data, "timestamp");
    if (started == null || moment == null || moment.isBefore(started)) {
      return now();
    }
    return Duration.between(started, moment);
  }

  private static @Nullable Instant instant(Facts facts, String key) {
    try {
      return facts.has(key) ? Instant.parse(facts.text(key)) : null;
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
