package dev.hatchery.llm.http;

import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long a server asks us to wait, in any of the three ways that it may say so. */
final class RetryAfter {
  private static final double MOST_SECONDS = 86_400;
  private static final int MILLIS = 1_000;

  private RetryAfter() {}

  /** The wait, from 0 to a day, or null when it says none that makes sense. */
  static @Nullable Duration read(MultiMap headers, InstantSource clock) {
    return number(headers.get("retry-after-ms"), 1)
        .or(() -> number(headers.get("retry-after"), MILLIS))
        .or(() -> date(headers.get("retry-after"), clock.instant()))
        .orElse(null);
  }

  private static Optional<Duration> number(@Nullable String text, int unitMillis) {
    try {
      var millis = text == null ? -1 : Double.parseDouble(text.strip()) * unitMillis;
      return millis >= 0 && millis <= MOST_SECONDS * MILLIS
          ? Optional.of(Duration.ofMillis(Math.round(millis)))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> date(@Nullable String text, Instant now) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      var when = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
      var wait = Duration.between(now, when.toInstant());
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
