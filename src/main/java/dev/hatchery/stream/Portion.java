package dev.hatchery.stream;

import dev.hatchery.protocol.Bytes;
import dev.hatchery.protocol.Event;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events in the order of their ids that are sent at once: new ones for all who watch the same, or
 * what somebody was behind with. Belongs to one event loop, and only until whoever gets it returns.
 */
public final class Portion {
  private static final byte[] LINE_END = {'\r', '\n'};
  private static final int FRAMING_MOST = 16;

  /** Beyond it a portion is cut, since whether a watcher is full is asked once for each. */
  private static final int BYTES_MOST = 32 * 1024;

  private final List<Shown> shown;
  private final boolean ends;
  private @Nullable Bytes bytes;
  private @Nullable ByteBuf chunk;

  /** One of at least one. */
  Portion(List<Shown> shown) {
    this.shown = List.copyOf(shown);
    this.ends = shown.stream().map(Shown::event).anyMatch(Event::ending);
  }

  /** All of these, in as few portions as may be. */
  static List<Portion> of(List<Shown> shown) {
    var portions = new ArrayList<Portion>();
    var from = 0;
    var bytes = 0;
    for (var to = 1; to <= shown.size(); to++) {
      bytes += shown.get(to - 1).sse().length();
      if (to == shown.size() || bytes >= BYTES_MOST) {
        portions.add(new Portion(shown.subList(from, to)));
        from = to;
        bytes = 0;
      }
    }
    return portions;
  }

  /** What is in it. */
  public List<Shown> shown() {
    return shown;
  }

  /** Whether the ending of a run is in it. */
  public boolean ends() {
    return ends;
  }

  /** All of it as server-sent events. */
  public Bytes bytes() {
    if (bytes == null) {
      var all = ByteBuffer.allocate(size());
      shown.forEach(one -> all.put(one.sse().view()));
      bytes = Bytes.wrap(all.array());
    }
    return bytes;
  }

  /**
   * The same in one chunk of HTTP/1.1 (RFC 9112, section 7.1), for sockets to share; who writes it
   * retains it.
   */
  public ByteBuf chunk() {
    if (chunk == null) {
      var size = size();
      var told = Integer.toHexString(size).getBytes(StandardCharsets.US_ASCII);
      chunk = PooledByteBufAllocator.DEFAULT.directBuffer(size + FRAMING_MOST);
      chunk.writeBytes(told).writeBytes(LINE_END);
      for (var one : shown) {
        chunk.writeBytes(one.sse().view());
      }
      chunk.writeBytes(LINE_END);
    }
    return chunk;
  }

  private int size() {
    return shown.stream().mapToInt(one -> one.sse().length()).sum();
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
