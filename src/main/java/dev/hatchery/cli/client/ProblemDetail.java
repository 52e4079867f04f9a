package dev.hatchery.cli.client;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code application/problem+json}, and makes the best of anything else. */
final class ProblemDetail {
  static final int BYTES_MOST = 64 * 1024;

  private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

  private ProblemDetail() {}

  static Refusal refusal(int status, HttpHeaders headers, byte[] body) {
    var problem = read(body);
    var detail = problem.text("detail").isEmpty() ? problem.text("title") : problem.text("detail");
    return new Refusal(
        status,
        problem.text("code"),
        detail.isEmpty() ? "the server answered " + status : detail,
        retryAfter(headers));
  }

  private static Facts read(byte[] body) {
    try {
      return Facts.read(body);
    } catch (IOException e) {
      return Facts.of("");
    }
  }

  private static @Nullable Duration retryAfter(HttpHeaders headers) {
    return headers
        .firstValue("Retry-After")
        .filter(seconds -> SECONDS.matcher(seconds).matches())
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(null);
  }
}
