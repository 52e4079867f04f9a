package dev.hatchery.web;

import dev.hatchery.stream.Portion;
import dev.hatchery.stream.Shown;
import dev.hatchery.stream.Way;

/**
 * A client's end of a stream, whatever it is carried by: the same events under the same ids, and
 * beside them what has none ({@code beat}, {@code gap}, {@code snapshot}).
 */
interface Connection {
  /**
   * Tells what to do when the client takes more, and, once, when the stream is over; at once where
   * it is over already.
   */
  void on(Runnable drained, Runnable whenOver);

  /** What it is carried by. */
  Way way();

  /** Whether nothing reaches the client any more. */
  boolean over();

  /** Says whatever comes before all events. */
  void greet();

  /** Sends an event; whoever has a choice asks {@link #full} first. */
  void write(Shown shown);

  /** Sends events that have just happened. */
  default void write(Portion portion) {
    portion.shown().forEach(this::write);
  }

  /** Sends events that it was behind with. */
  default void catchUp(Portion portion) {
    portion.shown().forEach(this::write);
  }

  /** Sends what is no event of the journal. */
  void say(String type, Object data);

  /** Whether the client is behind, so that writing would only pile up here. */
  boolean full();

  /** How long nothing was written, in nanoseconds. */
  long silent(long now);

  /** How long the client has taken nothing although something lies ready, in nanoseconds. */
  long stalled(long now);

  /** Ends the stream as it should end, for nothing follows. */
  void end();

  /** Ends it since it cannot be told now; its client comes back and asks again. */
  void fail();

  /**
   * Says that the server stops, and when to come back, as far as this can be said before its end.
   */
  default void takeLeave() {}

  /** Ends it for a client that may not have it open any longer. */
  void dismiss();

  /** Ends it for a client that takes nothing, without waiting for it. */
  void cut();
}
