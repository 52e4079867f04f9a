package dev.hatchery.avatar.http;

import io.vertx.core.Future;

/** How one kind of server is asked for one picture. Used on one context only. */
interface Dialect {

  /** Asks; the picture's file, not yet looked at. Fails with a {@code RenderException}. */
  Future<byte[]> picture();

  /** Asks the server to stop painting, if it knows how. */
  default Future<Void> stop() {
    return Future.succeededFuture();
  }
}
