package dev.hatchery.web;

import io.netty.channel.Channel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection: how many of its requests are open, and whether it takes what lies ready. */
final class Visit {
  private static final Logger LOG = LoggerFactory.getLogger(Visit.class);

  private final Channel channel;
  private final @Nullable UntakenStreams streams;
  private int open;

  /** Until when it may stay without a request, by {@link System#nanoTime}. */
  private long until;

  private Ready ready = Ready.NOTHING;

  /** When anything of what lies ready left last. */
  private long takenAt = System.nanoTime();

  /**
   * What lies ready in a channel.
   *
   * @param bytes all of it
   * @param first which piece is to leave next
   * @param taken how many bytes of that one have left
   */
  private record Ready(long bytes, int first, long taken) {
    static final Ready NOTHING = new Ready(0, 0, 0);

    static Ready in(Channel channel) {
      var buffer = channel.unsafe().outboundBuffer();
      return buffer == null || buffer.isEmpty()
          ? NOTHING
          : new Ready(
              buffer.totalPendingWriteBytes(),
              System.identityHashCode(buffer.current()),
              buffer.currentProgress());
    }

    /** Whether anything has left since it was this; more may have come. */
    boolean left(Ready now) {
      return now.bytes < bytes || now.first != first || now.taken != taken;
    }
  }

  /**
   * One that has not asked yet.
   *
   * @param channel below the connection
   * @param most how long it may stay so
   */
  Visit(Channel channel, Duration most) {
    this.channel = channel;
    this.streams = UntakenStreams.of(channel);
    rest(most);
  }

  /** One more of its requests is open. */
  void asked() {
    open++;
  }

  /**
   * One of its requests is answered or given up.
   *
   * @param most how long it may stay without another
   */
  void answered(Duration most) {
    open--;
    rest(most);
  }

  /** Whether the connection is closed. */
  boolean over() {
    return !channel.isOpen();
  }

  /** Ends it when it is idle or takes nothing, and those of its streams that do. */
  void look(long now, Limits limits) {
    if (streams != null) {
      streams.look(now, limits.stall());
    }
    if (untaken(now) > limits.stall().toNanos()) {
      cut();
    } else if (open == 0 && now - until > 0) {
      rest(limits.idle());
      // What lies ready may still leave.
      var closing = channel.close();
      closing.addListener(closed -> LOG.debug("A connection that asked nothing was closed"));
    }
  }

  private void rest(Duration most) {
    until = System.nanoTime() + most.toNanos();
  }

  private long untaken(long now) {
    var before = ready;
    ready = Ready.in(channel);
    if (ready.equals(Ready.NOTHING) || before.left(ready)) {
      takenAt = now;
    }
    return now - takenAt;
  }

  /**
   * From the very end of its channel, for all above it would wait until what lies ready is taken.
   */
  private void cut() {
    var closing = channel.pipeline().firstContext().close();
    closing.addListener(closed -> LOG.debug("A client that took nothing was cut"));
  }
}
