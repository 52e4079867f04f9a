package dev.hatchery.llm.http;

import dev.hatchery.llm.Listener;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/** One answer being read: a refusal's few words, or the transcript's bytes. */
final class Reading {
  private static final int ANSWER_MOST = 2 * 1024 * 1024;
  private static final int REFUSAL_MOST = 64 * 1024;
  private static final int OK = 200;
  private static final int OK_LAST = 299;

  /** In which all that came before a cut has been read. */
  private static final long DRAINED_MILLIS = 100;

  private final Vertx vertx;
  private final Complaints complaints;
  private final Transcript transcript;
  private final Listener listener;
  private final Promise<Void> over;
  private long size;

  Reading(
      Vertx vertx,
      Complaints complaints,
      Transcript transcript,
      Listener listener,
      Promise<Void> over) {
    this.vertx = vertx;
    this.complaints = complaints;
    this.transcript = transcript;
    this.listener = listener;
    this.over = over;
  }

  void begin(HttpClientResponse response) {
    // Whoever fails first resets the request, which is then no news. On virtual threads the news
    // of a cut, or of an end that the server tells by hanging up, may overtake the last bytes.
    response.exceptionHandler(
        cut -> vertx.setTimer(DRAINED_MILLIS, late -> over.tryFail(complaints.brokenOff())));
    if (response.statusCode() >= OK && response.statusCode() <= OK_LAST) {
      answer(response);
    } else {
      refusal(response);
    }
  }

  private void answer(HttpClientResponse response) {
    var type = String.valueOf(response.getHeader("content-type"));
    var encoding = response.getHeader("content-encoding");
    if (type.startsWith("text/html")) {
      over.tryFail(complaints.unreadable("a web page instead of an answer"));
    } else if (encoding != null && !encoding.equals("identity")) {
      over.tryFail(complaints.unreadable("a compressed answer that nobody asked for"));
    } else {
      response
          .handler(bytes -> guarded(() -> read(bytes)))
          .endHandler(end -> guarded(this::finish));
    }
  }

  private void read(Buffer bytes) {
    size += bytes.length();
    if (size > ANSWER_MOST) {
      throw complaints.unreadable("more than 2 MiB");
    }
    listener.alive();
    transcript.read(bytes.getBytes());
  }

  private void finish() {
    transcript.finish();
    over.tryComplete();
  }

  private void guarded(Runnable step) {
    if (over.future().isComplete()) {
      return;
    }
    try {
      step.run();
      if (transcript.whole()) {
        over.tryComplete();
      }
    } catch (RuntimeException e) {
      over.tryFail(e);
    }
  }

  private void refusal(HttpClientResponse response) {
    var words = Buffer.buffer();
    response
        .handler(
            bytes -> {
              words.appendBuffer(bytes);
              if (words.length() > REFUSAL_MOST) {
                refused(response, words);
              }
            })
        .endHandler(end -> refused(response, words))
        .exceptionHandler(cut -> refused(response, words));
  }

  private void refused(HttpClientResponse response, Buffer words) {
    if (!over.future().isComplete()) {
      over.tryFail(complaints.status(response.statusCode(), response.headers(), words.toString()));
    }
  }
}
