package dev.hatchery.avatar.http;

import dev.hatchery.avatar.Patience;
import dev.hatchery.avatar.Picture;
import dev.hatchery.avatar.PictureException;
import dev.hatchery.avatar.RenderException;
import dev.hatchery.avatar.RenderListener;
import dev.hatchery.avatar.RenderReport;
import io.vertx.core.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes visible of one picture while a server paints it. Used on one context only. */
final class Canvas implements Hearing {

  private static final Logger LOG = LoggerFactory.getLogger(Canvas.class);

  private final Context context;
  private final RenderListener listener;
  private final Patience patience;
  private @Nullable RenderReport told;
  private boolean decoding;
  private boolean closed;

  Canvas(Context context, RenderListener listener, Patience patience) {
    this.context = context;
    this.listener = listener;
    this.patience = patience;
  }

  @Override
  public void alive() {
    patience.bytes(System.nanoTime());
  }

  /** The server has begun: from now on it must not be silent for long. */
  void begun() {
    alive();
    patience.bar();
  }

  /** How far it is; the same twice is told once. */
  void report(RenderReport report) {
    if (!closed && !report.equals(told)) {
      told = report;
      guarded(() -> listener.report(report));
    }
  }

  /** Tells it although it was told: what is known besides has changed. */
  void repeat(RenderReport report) {
    told = null;
    report(report);
  }

  /** Shows a half-painted picture, then says so; it is left out while another is decoded. */
  void preview(byte[] file, Runnable shown) {
    if (decoding || closed) {
      return;
    }
    decoding = true;
    context
        .executeBlocking(() -> decoded(file), false)
        .onComplete(any -> decoding = false)
        .onSuccess(picture -> picture.filter(any -> !closed).ifPresent(p -> show(p, shown)));
  }

  /** Nothing is told any more. */
  void close() {
    closed = true;
  }

  /** Why the render is to be stopped; empty while it may go on. */
  Optional<RenderException> spent() {
    return patience.spent(System.nanoTime());
  }

  private void show(Picture picture, Runnable shown) {
    guarded(() -> listener.preview(picture));
    shown.run();
  }

  private static Optional<Picture> decoded(byte[] file) {
    try {
      return Optional.of(Picture.preview(file));
    } catch (PictureException e) {
      return Optional.empty();
    }
  }

  private static void guarded(Runnable telling) {
    try {
      telling.run();
    } catch (RuntimeException e) {
      LOG.warn("a listener to a render failed", e);
    }
  }
}
