package dev.hatchery.stream;

import dev.hatchery.protocol.Bytes;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.EventType;
import dev.hatchery.protocol.Streaming;
import java.nio.charset.StandardCharsets;

/**
 * The one encoder of server-sent events. What could break out of its line is refused, never
 * cleaned: cleaned text would no longer be what the journal says.
 */
public final class SseFrame {
  private SseFrame() {}

  /**
   * An event with its bytes.
   *
   * @throws IllegalArgumentException when its type or its data is not fit for a frame
   */
  public static Streaming.Frame of(Event event) {
    return new Streaming.Frame(event, numbered(event.id(), event.type(), event.data()));
  }

  /** A frame that is no event of the journal: {@code beat}, {@code gap} or {@code snapshot}. */
  public static Bytes unnumbered(String type, String data) {
    return bytes("event: " + checkedType(type) + "\ndata: " + checkedData(data) + "\n\n");
  }

  /** Tells the client how long to wait before it connects again. */
  public static Bytes retry(long millis) {
    return bytes("retry: " + millis + "\n\n");
  }

  /** An event of the journal. */
  static Bytes numbered(long id, String type, String data) {
    return bytes(
        "id: " + id + "\nevent: " + checkedType(type) + "\ndata: " + checkedData(data) + "\n\n");
  }

  private static String checkedType(String type) {
    if (!EventType.wellFormed(type)) {
      throw new IllegalArgumentException("not the type of an event");
    }
    return type;
  }

  private static String checkedData(String data) {
    if (!data.startsWith("{\"") || breaksLine(data)) {
      throw new IllegalArgumentException("the data of an event must be one line of JSON");
    }
    return data;
  }

  private static boolean breaksLine(String data) {
    for (int i = 0; i < data.length(); i++) {
      if (data.charAt(i) < ' ') {
        return true;
      }
    }
    return false;
  }

  private static Bytes bytes(String text) {
    return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
