package dev.hatchery.avatar;

import java.util.concurrent.CompletableFuture;

/** One picture being painted, wherever that happens. */
public interface RenderWork {

  /**
   * Starts it; to be called once.
   *
   * @return the picture; fails with a {@link RenderException}
   */
  CompletableFuture<Picture> start();

  /** Stops it within 1 s. May be called at any time, from any thread. */
  void cancel();
}
