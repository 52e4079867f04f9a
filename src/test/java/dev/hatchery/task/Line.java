package dev.hatchery.task;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Problem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What is between two nodes. */
final class Line {
  /** How it is. */
  enum State {
    WELL,
    /** Nobody is at its other end. */
    CUT,
    /** Nothing arrives, and nobody says so. */
    SILENT,
    /** Everything arrives, but no answer comes back. */
    DEAF
  }

  volatile State state = State.WELL;

  /** How much was given to it. */
  final AtomicInteger given = new AtomicInteger();

  <A> Future<A> pass(Supplier<Future<A>> asking) {
    given.incrementAndGet();
    return switch (state) {
      case WELL -> asking.get();
      case CUT ->
          Future.failedFuture(
              new ProblemException(new Problem.Unavailable("unavailable", "Nobody answers.")));
      case SILENT -> Promise.<A>promise().future();
      case DEAF -> {
        var unused = asking.get();
        yield Promise.<A>promise().future();
      }
    };
  }
}
