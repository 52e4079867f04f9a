package dev.hatchery.persistence;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Outlasts a database that is gone for a moment, for work that would end for that: asks it again.
 * Only for what may be done twice, since an answer that was lost may have been a yes.
 */
final class Outlasting {
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final int TIMES_MOST = 40;

  private final Vertx vertx;

  Outlasting(Vertx vertx) {
    this.vertx = vertx;
  }

  /** What comes of it, or the last failure once the database has been gone for ten seconds. */
  <T> Future<T> on(Supplier<Future<T>> work) {
    return on(work, TIMES_MOST);
  }

  private <T> Future<T> on(Supplier<Future<T>> work, int left) {
    return work.get()
        .recover(
            failure ->
                left > 0 && StorageProblem.isAbsence(failure)
                    ? vertx
                        .timer(PAUSE.toMillis(), TimeUnit.MILLISECONDS)
                        .compose(again -> on(work, left - 1))
                    : Future.failedFuture(failure));
  }
}
