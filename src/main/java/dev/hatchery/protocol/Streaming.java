package dev.hatchery.protocol;

import java.util.List;

/** What this node's connections are fed with; never leaves the node. */
public sealed interface Streaming extends Message {
  /**
   * An event, encoded once for all connections.
   *
   * @param sse its bytes as a server-sent event
   */
  record Frame(Event event, Bytes sse) {}

  /** New frames in the order of their ids, without a gap to those before. */
  record Fed(List<Frame> frames) implements Streaming {
    public Fed {
      frames = List.copyOf(frames);
    }
  }

  /** Asks for what follows a place; see {@link Journal.Read}. */
  record Follow(Journal.Read read) implements Streaming {}

  /** Asks for the newest; see {@link Journal.ReadNewest}. */
  record Newest(Filter filter, int limit) implements Streaming {}

  /** What follows a place, or the newest; see {@link Journal.Stretch}. */
  record Followed(List<Frame> frames, long head, long tail) implements Streaming {
    public Followed {
      frames = List.copyOf(frames);
    }
  }
}
