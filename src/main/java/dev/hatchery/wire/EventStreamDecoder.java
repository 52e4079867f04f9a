package dev.hatchery.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads server-sent events from bytes as the HTML standard has it: all three line endings, a byte
 * order mark at the start, comments, several data lines, {@code id} and {@code retry}. Events
 * without data are not passed on.
 */
public final class EventStreamDecoder {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final int RETRY_DIGITS_MOST = 9;

  private final LineDecoder lines;
  private final int longest;
  private final boolean keepsUnfinished;
  private final List<String> data = new ArrayList<>();
  private int size;
  private String type = "";
  private @Nullable String id;
  private @Nullable Duration retry;
  private boolean begun;

  /**
   * @param longest how many bytes a line, and how many characters the data of one event, may have
   * @param keepsUnfinished whether {@link #finish} passes on a last event that no blank line ended:
   *     some language models end so, but where events are numbered it may be a torn one
   */
  public EventStreamDecoder(int longest, boolean keepsUnfinished) {
    this.lines = new LineDecoder(longest);
    this.longest = longest;
    this.keepsUnfinished = keepsUnfinished;
  }

  /**
   * Takes the next bytes and passes on every event that they end.
   *
   * @throws TooLongException when a line or an event is longer than agreed
   */
  public void decode(byte[] bytes, Consumer<StreamEvent> events) {
    decode(bytes, bytes.length, events);
  }

  /** Like {@link #decode(byte[], Consumer)} for the first {@code length} bytes of a buffer. */
  public void decode(byte[] buffer, int length, Consumer<StreamEvent> events) {
    lines.decode(buffer, 0, length, line -> line(line, events));
  }

  /** The stream is over: passes on an unfinished event if that was agreed, and forgets it. */
  public void finish(Consumer<StreamEvent> events) {
    lines.rest().filter(rest -> keepsUnfinished).ifPresent(rest -> line(rest, events));
    if (keepsUnfinished) {
      dispatch(events);
    }
    forget();
  }

  /** How long the server wants a reconnecting client to wait, or null when it never said. */
  public @Nullable Duration retry() {
    return retry;
  }

  private void line(String raw, Consumer<StreamEvent> events) {
    var line = !begun && raw.startsWith(BYTE_ORDER_MARK) ? raw.substring(1) : raw;
    begun = true;
    if (line.isEmpty()) {
      dispatch(events);
      forget();
    } else {
      field(line);
    }
  }

  private void field(String line) {
    var colon = line.indexOf(':');
    var name = colon < 0 ? line : line.substring(0, colon);
    var value = colon < 0 ? "" : line.substring(colon + 1);
    value = value.startsWith(" ") ? value.substring(1) : value;
    switch (name) {
      case "event" -> type = value;
      case "data" -> data(value);
      case "id" -> id = value.indexOf('\0') < 0 ? value : id;
      case "retry" -> retry(value);
      default -> {
        // A comment has no name; other names are for later versions of the standard.
      }
    }
  }

  private void data(String value) {
    size += value.length() + 1;
    if (size > longest) {
      throw new TooLongException("an event", longest);
    }
    data.add(value);
  }

  private void retry(String value) {
    if (!value.isEmpty()
        && value.length() <= RETRY_DIGITS_MOST
        && value.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
      retry = Duration.ofMillis(Long.parseLong(value));
    }
  }

  private void dispatch(Consumer<StreamEvent> events) {
    if (!data.isEmpty()) {
      events.accept(
          new StreamEvent(id, type.isEmpty() ? "message" : type, String.join("\n", data)));
    }
  }

  private void forget() {
    data.clear();
    size = 0;
    type = "";
    id = null;
  }
}
