package dev.hatchery.llm;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One answer of a model: its text so far, how far it is, and a watch over its silence. */
final class Attempt implements Listener {
  private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);
  private static final int CHARACTERS_MOST = 2 * 1024 * 1024;
  private static final int CHARACTERS_PER_TOKEN = 4;

  /** Hears what an attempt says of itself. */
  interface Watcher {
    /** The model has sent its first byte. */
    void began();

    /** More of the answer is there. */
    void grew(Attempt attempt);
  }

  private final Vertx vertx;
  private final LanguageModel model;
  private final Patience patience;
  private final Watcher watcher;
  private final StringBuilder text = new StringBuilder();
  private final PersonaProgress progress;
  private final Promise<Void> over = Promise.promise();
  private final Promise<Void> stop = Promise.promise();
  private @Nullable Integer counted;
  private @Nullable Integer read;
  private boolean begun;
  private long idleTimer;

  /**
   * An answer of which nothing is there yet.
   *
   * @param typical how many characters it probably has, at least 1
   */
  Attempt(Vertx vertx, LanguageModel model, Patience patience, int typical, Watcher watcher) {
    this.vertx = vertx;
    this.model = model;
    this.patience = patience;
    this.progress = new PersonaProgress(typical);
    this.watcher = watcher;
  }

  /**
   * Waits for the whole answer.
   *
   * @param ended fails when it is not wanted any longer
   * @throws ModelException when there is none, or what {@code ended} fails with
   */
  String answer(Commission commission, Future<Void> ended) {
    ended.onFailure(this::unwanted);
    watch(model.local() ? patience.firstByte() : patience.idle());
    try {
      model.write(commission, this, stop.future()).onComplete(over::tryComplete, this::failed);
      over.future().await();
      return text.toString();
    } finally {
      vertx.cancelTimer(idleTimer);
      stop.tryComplete();
    }
  }

  /** Measured, 0 to 1. */
  double fraction() {
    return progress.fraction();
  }

  /** What the provider counted, or else our guess. */
  int tokens() {
    return counted != null ? counted : (int) progress.tokens();
  }

  /** All that was read for {@code commission} and written: counted, or else our guess. */
  long tokensInAll(Commission commission) {
    long asked = (long) commission.instructions().length() + commission.message().length();
    return (long) tokens() + (read != null ? read : Math.ceilDiv(asked, CHARACTERS_PER_TOKEN));
  }

  @Override
  public void accept(String piece) {
    if (over.future().isComplete()) {
      return;
    }
    alive();
    text.append(piece);
    if (text.length() > CHARACTERS_MOST) {
      over.tryFail(ModelException.lasting(Trouble.UNREADABLE, "It did not stop writing."));
      return;
    }
    progress.piece(piece);
    watcher.grew(this);
  }

  @Override
  public void alive() {
    if (over.future().isComplete()) {
      return;
    }
    if (!begun) {
      begun = true;
      watcher.began();
    }
    vertx.cancelTimer(idleTimer);
    watch(patience.idle());
  }

  @Override
  public void tokens(int count) {
    counted = count;
    if (!over.future().isComplete()) {
      watcher.grew(this);
    }
  }

  @Override
  public void tokensRead(int count) {
    read = count;
  }

  // At once and not only where the answer is awaited, since a stopping server awaits nothing more.
  private void unwanted(Throwable why) {
    over.tryFail(why);
    stop.tryComplete();
  }

  private void watch(Duration most) {
    idleTimer = vertx.setTimer(most.toMillis(), late -> over.tryFail(silence(most)));
  }

  private static ModelException silence(Duration most) {
    return ModelException.lasting(
        Trouble.SILENT, "The model did not answer in %d s".formatted(most.toSeconds()));
  }

  private void failed(Throwable failure) {
    if (failure instanceof ModelException || failure instanceof CancellationException) {
      over.tryFail(failure);
    } else {
      LOG.error("{} failed in a way that nobody foresaw", model.name(), failure);
      over.tryFail(ModelException.lasting(Trouble.DOWN, "It failed unexpectedly."));
    }
  }
}
