package dev.hatchery.avatar.http;

import dev.hatchery.avatar.Patience;
import dev.hatchery.avatar.Picture;
import dev.hatchery.avatar.PictureException;
import dev.hatchery.avatar.RenderException;
import dev.hatchery.avatar.RenderException.Reason;
import dev.hatchery.avatar.RenderListener;
import dev.hatchery.avatar.RenderWork;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** One picture that a server paints, from its order to its end, all on one context. */
final class HttpRender implements RenderWork {

  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration STOP = Duration.ofMillis(500);

  private final Vertx vertx;
  private final Context context;
  private final Exchange exchange;
  private final Canvas canvas;
  private final Dialect dialect;
  private final CompletableFuture<Picture> result = new CompletableFuture<>();
  private boolean stopping;
  private long timer = -1;

  HttpRender(
      Vertx vertx,
      HttpSettings settings,
      RenderListener listener,
      Exchange exchange,
      Function<Canvas, Dialect> dialect) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.exchange = exchange;
    this.canvas =
        new Canvas(context, listener, new Patience(settings.timeouts(), System.nanoTime()));
    this.dialect = dialect.apply(canvas);
  }

  @Override
  public CompletableFuture<Picture> start() {
    context.runOnContext(go -> begin());
    return result;
  }

  @Override
  public void cancel() {
    var cancelled = RenderException.of(Reason.CANCELLED, "You stopped it here. Nothing was kept.");
    context.runOnContext(go -> stop(cancelled));
  }

  private void begin() {
    if (stopping) {
      return;
    }
    timer = vertx.setPeriodic(LOOK.toMillis(), look -> canvas.spent().ifPresent(this::stop));
    dialect.picture().compose(this::decoded).onSuccess(this::paint).onFailure(this::fail);
  }

  private Future<Picture> decoded(byte[] file) {
    return context.executeBlocking(() -> judged(file), false);
  }

  private static Picture judged(byte[] file) throws RenderException {
    try {
      return Picture.decode(file);
    } catch (PictureException e) {
      throw RenderException.of(Reason.BAD_PICTURE, "The painter " + e.getMessage() + ".");
    }
  }

  private void paint(Picture picture) {
    if (!stopping) {
      end();
      result.complete(picture);
    }
  }

  private void fail(Throwable failure) {
    if (!stopping) {
      end();
      result.completeExceptionally(failure);
    }
  }

  /** Asks the server to stop, and does not wait for long whether it does. */
  private void stop(RenderException reason) {
    if (stopping || result.isDone()) {
      return;
    }
    stopping = true;
    canvas.close();
    dialect
        .stop()
        .timeout(STOP.toMillis(), TimeUnit.MILLISECONDS)
        .onComplete(
            any -> {
              end();
              result.completeExceptionally(reason);
            });
  }

  private void end() {
    vertx.cancelTimer(timer);
    canvas.close();
    exchange.close();
  }
}
