package dev.hatchery.llm.claude;

import dev.hatchery.llm.Listener;
import dev.hatchery.llm.ModelException;
import dev.hatchery.llm.Trouble;
import dev.hatchery.llm.http.Complaints;
import dev.hatchery.llm.http.LineTranscript;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** One answer of the command, brought from its thread to the asker's context. */
final class Conversation implements ClaudeProcess.Output {
  private static final int ANSWER_MOST = 2 * 1024 * 1024;

  private final Context context;
  private final Complaints complaints;
  private final LineTranscript transcript;
  private final Listener listener;
  private final Promise<Void> over = Promise.promise();
  private long size;

  Conversation(Vertx vertx, Complaints complaints, ClaudeAnswer answer, Listener listener) {
    this.context = vertx.getOrCreateContext();
    this.complaints = complaints;
    this.transcript = new LineTranscript(answer);
    this.listener = listener;
  }

  /** The end of the answer, after which the process ends, by itself or not. */
  Future<Void> with(ClaudeProcess process, Future<Void> cancelled) {
    cancelled.onComplete(
        any -> over.tryFail(new CancellationException("The writing was cancelled.")));
    return over.future().onComplete(answered -> process.leave(), failure -> process.stop());
  }

  /** Waits until the bytes are read, so that an endless answer fills no memory. */
  @Override
  public void bytes(byte[] bytes) throws InterruptedException {
    var read = new CountDownLatch(1);
    onContext(
        () -> {
          guarded(() -> read(bytes));
          read.countDown();
        });
    // A context that is gone reads nothing more.
    while (!read.await(1, TimeUnit.SECONDS) && !over.future().isComplete()) {
      Thread.onSpinWait();
    }
  }

  @Override
  public void over(int exitCode, String words) {
    onContext(() -> guarded(() -> end(exitCode, words)));
  }

  private void onContext(Runnable step) {
    try {
      context.runOnContext(go -> step.run());
    } catch (RejectedExecutionException e) {
      over.tryFail(new CancellationException("The server has stopped."));
    }
  }

  private void read(byte[] bytes) {
    size += bytes.length;
    if (size > ANSWER_MOST) {
      throw ModelException.lasting(Trouble.UNREADABLE, "The claude command sent more than 2 MiB.");
    }
    listener.alive();
    transcript.read(bytes);
  }

  private void end(int exitCode, String words) {
    try {
      transcript.finish();
    } catch (ModelException e) {
      if (exitCode == 0 || e.trouble() != Trouble.BROKEN_OFF) {
        throw e;
      }
      throw ModelException.lasting(
          Trouble.DOWN,
          "The claude command ended with code %d. %s".formatted(exitCode, complaints.quote(words)));
    }
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
}
