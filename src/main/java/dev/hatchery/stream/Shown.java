package dev.hatchery.stream;

import dev.hatchery.protocol.Bytes;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Streaming.Frame;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An event as watchers get it, encoded once for all of them, and in a form that nobody takes not at
 * all. Belongs to one event loop.
 */
public final class Shown {
  private final Frame frame;
  private final long seqFrom;
  private @Nullable Bytes sse;
  private @Nullable Bytes json;

  private Shown(Frame frame, long seqFrom) {
    this.frame = frame;
    this.seqFrom = seqFrom;
  }

  /** One that stands for itself. */
  public static Shown of(Frame frame) {
    return new Shown(frame, frame.event().seq());
  }

  /** A tick that stands for earlier ones of its run as well, from this {@code seq} on. */
  static Shown conflated(Frame frame, long seqFrom) {
    return new Shown(frame, seqFrom);
  }

  /** What happened. */
  public Event event() {
    return frame.event();
  }

  /** Its place in the journal. */
  public long id() {
    return frame.event().id();
  }

  /** The {@code seq} of the first event that it stands for. */
  public long seqFrom() {
    return seqFrom;
  }

  /** As a server-sent event. */
  public Bytes sse() {
    if (sse == null) {
      sse =
          seqFrom == event().seq() ? frame.sse() : SseFrame.numbered(id(), event().type(), data());
    }
    return sse;
  }

  /** As a document: {@code {"id":…,"type":…,"data":{…}}}. */
  public Bytes json() {
    if (json == null) {
      var text =
          "{\"id\":" + id() + ",\"type\":\"" + event().type() + "\",\"data\":" + data() + "}";
      json = Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
    return json;
  }

  /** Its data; they say what it stands for when that is more than itself. */
  public String data() {
    var data = event().data();
    return seqFrom == event().seq() ? data : "{\"seq_from\":" + seqFrom + "," + data.substring(1);
  }
}
