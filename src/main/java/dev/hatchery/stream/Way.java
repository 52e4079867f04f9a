package dev.hatchery.stream;

/** How somebody watches. */
public enum Way {
  /** Server-sent events. */
  SSE,
  /** A WebSocket. */
  WEBSOCKET,
  /** An address of the event-bus bridge. */
  BRIDGE,
  /** A request that waits for its answer. */
  POLL
}
