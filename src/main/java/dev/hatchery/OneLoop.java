package dev.hatchery;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * Verticles that hand every event on to each other, on one event loop: between threads each of
 * these steps would cost a wake-up, which is more than the step itself.
 */
final class OneLoop extends VerticleBase {
  private final List<VerticleBase> parts;

  /**
   * Some verticles.
   *
   * @param parts in the order of their start
   */
  OneLoop(List<Supplier<VerticleBase>> parts) {
    this.parts = parts.stream().map(Supplier::get).toList();
  }

  @Override
  public void init(Vertx vertx, Context context) {
    super.init(vertx, context);
    parts.forEach(part -> part.init(vertx, context));
  }

  @Override
  public Future<?> start() {
    var started = Future.<Void>succeededFuture();
    for (var part : parts) {
      started = started.compose(before -> done(part::start));
    }
    return started;
  }

  /** Ends all of them, the last first, also where one does not end in order. */
  @Override
  public Future<?> stop() {
    var stopped = Future.<Void>succeededFuture();
    for (var part : parts.reversed()) {
      stopped = stopped.eventually(() -> done(part::stop));
    }
    return stopped;
  }

  private static Future<Void> done(Callable<Future<?>> step) {
    try {
      return step.call().mapEmpty();
    } catch (Exception e) {
      return Future.failedFuture(e);
    }
  }
}
