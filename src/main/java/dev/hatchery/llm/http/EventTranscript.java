package dev.hatchery.llm.http;

import dev.hatchery.llm.ModelException;
import dev.hatchery.llm.Trouble;
import dev.hatchery.wire.EventStreamDecoder;
import dev.hatchery.wire.StreamEvent;
import dev.hatchery.wire.TooLongException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A stream of events, or the one JSON object that some servers send instead. Its first byte tells
 * which, because their content types do not.
 */
public final class EventTranscript implements Transcript {
  private static final int LONGEST = 2 * 1024 * 1024;
  private static final String DONE = "[DONE]";

  /** White space, and the three bytes of a byte order mark. */
  private static final String BEFORE = " \t\r\n\u00EF\u00BB\u00BF";

  private final EventStreamDecoder events = new EventStreamDecoder(LONGEST, true);
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final Answering answering;
  private @Nullable Boolean streams;
  private boolean ending;

  public EventTranscript(Answering answering) {
    this.answering = answering;
  }

  @Override
  public void read(byte[] bytes) {
    var from = 0;
    while (streams == null && from < bytes.length) {
      if (BEFORE.indexOf(bytes[from] & 0xFF) >= 0) {
        from++;
      } else {
        streams = bytes[from] != '{';
      }
    }
    take(from == 0 ? bytes : Arrays.copyOfRange(bytes, from, bytes.length));
  }

  @Override
  public void finish() {
    ending = true;
    if (body.size() > 0) {
      JsonText.read(body.toString(StandardCharsets.UTF_8)).ifPresent(answering::body);
    }
    events.finish(this::event);
    answering.end();
  }

  @Override
  public boolean whole() {
    return answering.whole();
  }

  private void take(byte[] bytes) {
    if (Boolean.FALSE.equals(streams)) {
      body.write(bytes, 0, bytes.length);
      return;
    }
    try {
      events.decode(bytes, this::event);
    } catch (TooLongException e) {
      throw ModelException.lasting(Trouble.UNREADABLE, "It did not stop writing one event.");
    }
  }

  private void event(StreamEvent event) {
    var data = event.data().strip();
    if (answering.whole()) {
      return;
    }
    if (data.equals(DONE)) {
      answering.done();
    } else if (data.startsWith("{")) {
      var message = JsonText.read(data);
      // The last event may be torn: then the answer is not whole, and the end will say so.
      if (message.isEmpty() && !ending) {
        throw ModelException.lasting(Trouble.UNREADABLE, "It sent an event that is not JSON.");
      }
      message.ifPresent(answering::message);
    }
    // Anything else keeps the connection alive, such as an empty line of data or a colon.
  }
}
