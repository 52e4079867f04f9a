package dev.hatchery.avatar.http;

import dev.hatchery.avatar.RenderException;
import dev.hatchery.wire.StreamEvent;

/** Hears an answer while it comes in. */
interface Hearing {

  /** Hears nothing. */
  Hearing DEAF = () -> {};

  /** Something arrived. */
  void alive();

  /** An event of the answer; true when no more is needed. */
  default boolean event(StreamEvent event) throws RenderException {
    return false;
  }
}
