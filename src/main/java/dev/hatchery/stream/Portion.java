package dev.hatchery.stream;

import dev.hatchery.protocol.Event;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * New events for all who watch the same, in the order of their ids and at once. Belongs to one
 * event loop, and only until whoever gets it returns.
 */
public final class Portion {
  private static final byte[] LINE_END = {'\r', '\n'};
  private static final int FRAMING_MOST = 16;

  private final List<Shown> shown;
  private @Nullable ByteBuf chunk;

  /**
   * A portion.
   *
   * @param shown at least one
   */
  Portion(List<Shown> shown) {
    this.shown = List.copyOf(shown);
  }

  /** What is in it. */
  public List<Shown> shown() {
    return shown;
  }

  /** The ending of a run that is in it. */
  public boolean ends() {
    return shown.stream().map(Shown::event).anyMatch(Event::ending);
  }

  /**
   * All of it as server-sent events in one chunk of HTTP/1.1 (RFC 9112, section 7.1), for sockets
   * to share; who writes it retains it.
   */
  public ByteBuf chunk() {
    if (chunk == null) {
      var bytes = shown.stream().mapToInt(one -> one.sse().length()).sum();
      var size = Integer.toHexString(bytes).getBytes(StandardCharsets.US_ASCII);
      chunk = PooledByteBufAllocator.DEFAULT.directBuffer(bytes + FRAMING_MOST);
      chunk.writeBytes(size).writeBytes(LINE_END);
      for (var one : shown) {
        chunk.writeBytes(one.sse().view());
      }
      chunk.writeBytes(LINE_END);
    }
    return chunk;
  }

  /** Everybody has it. */
  void release() {
    if (chunk != null) {
      chunk.release();
      chunk = null;
    }
  }

  long first() {
    return shown.getFirst().id();
  }

  long last() {
    return shown.getLast().id();
  }
}
