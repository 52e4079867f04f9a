package dev.hatchery.cli;

import dev.hatchery.cli.client.Client;
import dev.hatchery.cli.client.Refusal;
import dev.hatchery.cli.view.Words;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Asks again while there is no room, when the server says so. What is asked must be of a kind that
 * does no harm twice, since its answer may be lost.
 */
final class Insistence {
  /** Where the server does not say when to come back. */
  private static final Duration USUAL_WAIT = Duration.ofSeconds(5);

  private static final Duration WAIT_LEAST = Duration.ofMillis(200);
  private static final int LOST_ANSWERS_MOST = 3;

  private final Duration bound;
  private final Consumer<String> notice;

  /**
   * @param bound how long to wait for room in all
   * @param notice hears a sentence whenever there is something to wait for
   */
  Insistence(Duration bound, Consumer<String> notice) {
    this.bound = bound;
    this.notice = notice;
  }

  /** What is asked of a server. */
  @FunctionalInterface
  interface Request<T> {
    T ask() throws IOException, Refusal;
  }

  /** Asks, and answers what the server answered in the end. */
  <T> T insist(Request<T> request) throws IOException, Refusal, InterruptedException {
    var waited = Duration.ZERO;
    while (true) {
      try {
        return withoutLoss(request);
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

  /** A refused connection is final at once; a broken one may have carried the request. */
  private static <T> T withoutLoss(Request<T> request)
      throws IOException, Refusal, InterruptedException {
    for (var attempt = 1; ; attempt++) {
      try {
        return request.ask();
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
