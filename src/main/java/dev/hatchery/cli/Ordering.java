package dev.hatchery.cli;

import dev.hatchery.cli.client.Client;
import dev.hatchery.cli.client.Facts;
import dev.hatchery.cli.client.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Orders a hatching, and orders it again while there is no room. All attempts carry one key, so
 * that an order whose answer was lost is not given twice.
 */
final class Ordering {
  /** Where the server does not say when to come back. */
  private static final Duration USUAL_WAIT = Duration.ofSeconds(5);

  private static final Duration WAIT_LEAST = Duration.ofMillis(200);
  private static final int LOST_ANSWERS_MOST = 3;

  private final Client client;
  private final Duration bound;
  private final Consumer<String> notice;
  private final String key = UUID.randomUUID().toString();

  /**
   * @param bound how long to wait for room in all
   * @param notice hears a sentence whenever there is something to wait for
   */
  Ordering(Client client, Duration bound, Consumer<String> notice) {
    this.client = client;
    this.bound = bound;
    this.notice = notice;
  }

  /** The run. */
  Facts order(String description) throws IOException, Refusal, InterruptedException {
    var waited = Duration.ZERO;
    while (true) {
      try {
        return withoutLoss(description);
      } catch (Refusal refusal) {
        var wait = wait(refusal);
        waited = waited.plus(wait);
        if (!refusal.forNow() || waited.compareTo(bound) > 0) {
          throw refusal;
        }
        notice.accept(
            "%s Trying again in %s.".formatted(refusal.getMessage(), Words.duration(wait)));
        Thread.sleep(wait);
      }
    }
  }

  /** A refused connection is final at once; a broken one may have carried the order. */
  private Facts withoutLoss(String description) throws IOException, Refusal, InterruptedException {
    for (var attempt = 1; ; attempt++) {
      try {
        return client.hatch(description, key);
      } catch (IOException e) {
        if (attempt == LOST_ANSWERS_MOST || Client.neverConnected(e)) {
          throw e;
        }
        Thread.sleep(WAIT_LEAST);
      }
    }
  }

  private static Duration wait(Refusal refusal) {
    var said = Objects.requireNonNullElse(refusal.retryAfter(), USUAL_WAIT);
    return said.compareTo(WAIT_LEAST) < 0 ? WAIT_LEAST : said;
  }
}
