package dev.hatchery.avatar.http;

import dev.hatchery.avatar.RenderException;
import dev.hatchery.wire.EventStreamDecoder;
import dev.hatchery.wire.StreamEvent;
import dev.hatchery.wire.TooLongException;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/** One answer as it comes in: collected, or taken apart into events. */
final class Incoming {

  private static final long ANSWER_MOST = 64L << 20;
  private static final long REFUSAL_MOST = 64L << 10;
  private static final int LINE_MOST = 32 << 20;

  private final HttpClientResponse response;
  private final Hearing hearing;
  private final Complaints complaints;
  private final Promise<Reply> over;
  private final Buffer body = Buffer.buffer();
  private final EventStreamDecoder events = new EventStreamDecoder(LINE_MOST, true);
  private final boolean streamed;
  private long size;

  Incoming(
      HttpClientResponse response, Hearing hearing, Complaints complaints, Promise<Reply> over) {
    this.response = response;
    this.hearing = hearing;
    this.complaints = complaints;
    this.over = over;
    this.streamed =
        well()
            && String.valueOf(response.getHeader("content-type")).startsWith("text/event-stream");
  }

  void begin() {
    response
        .exceptionHandler(cut -> cutOff())
        .handler(bytes -> guarded(() -> read(bytes)))
        .endHandler(end -> guarded(this::finish));
  }

  private boolean well() {
    return new Reply(response.statusCode(), body).well();
  }

  private void read(Buffer bytes) throws RenderException {
    hearing.alive();
    size += bytes.length();
    if (!well() && size > REFUSAL_MOST) {
      // Whoever refuses at such length has said why in the beginning, or not at all.
      complete();
    } else if (size > ANSWER_MOST) {
      throw complaints.tooMuch();
    } else if (streamed) {
      events.decode(bytes.getBytes(), this::event);
    } else {
      body.appendBuffer(bytes);
    }
  }

  private void event(StreamEvent event) {
    if (over.future().isComplete()) {
      return;
    }
    try {
      if (hearing.event(event)) {
        complete();
      }
    } catch (RenderException e) {
      over.tryFail(e);
    }
  }

  private void finish() {
    if (streamed) {
      events.finish(this::event);
    }
    complete();
  }

  private void cutOff() {
    if (well()) {
      over.tryFail(complaints.brokenOff());
    } else {
      complete();
    }
  }

  private void complete() {
    over.tryComplete(new Reply(response.statusCode(), body));
  }

  private interface Reading {
    void run() throws RenderException;
  }

  private void guarded(Reading step) {
    if (over.future().isComplete()) {
      return;
    }
    try {
      step.run();
    } catch (TooLongException e) {
      over.tryFail(complaints.tooMuch());
    } catch (RenderException | RuntimeException e) {
      over.tryFail(e);
    }
  }
}
