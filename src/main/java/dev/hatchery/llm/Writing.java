package dev.hatchery.llm;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.lease.Lease;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.RunId;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An answer being written: asked for again when that may help, stopped when it takes too long. */
final class Writing<T> implements Attempt.Watcher {
  private static final Logger LOG = LoggerFactory.getLogger(Writing.class);
  private static final long NOT_YET = -1;

  private final Vertx vertx;
  private final LanguageModel model;
  private final Errand<T> errand;
  private final Patience patience;
  private final Lease lease;
  private final Backoff backoff;
  private final Promise<Void> ended = Promise.promise();
  private int number = 1;
  private int typical = TypicalLength.UNLEARNED;
  private long totalTimer = NOT_YET;
  private long totalBegan;

  Writing(
      Vertx vertx,
      LanguageModel model,
      Errand<T> errand,
      Patience patience,
      Lease lease,
      Backoff backoff) {
    this.vertx = vertx;
    this.model = model;
    this.errand = errand;
    this.patience = patience;
    this.lease = lease;
    this.backoff = backoff;
  }

  /** What to tell people when the model gave no answer for this reason. */
  static ProblemException unavailable(Errand<?> errand, ModelException reason) {
    var trouble = reason.trouble();
    var words =
        switch (trouble) {
          case SILENT, SLOW -> reason.sentence();
          default -> "The model " + trouble.words();
        };
    return new ProblemException(
        new Problem.ModelUnavailable(trouble.code(), words + errand.instead()));
  }

  /**
   * Waits for the whole answer.
   *
   * @throws ModelException when the model gives none
   * @throws ProblemException when it was cancelled, or belongs to another node by now
   */
  T write() {
    typical = errand.typical(model);
    if (!model.local()) {
      began();
    }
    try {
      while (true) {
        try {
          return attempt();
        } catch (ModelException failure) {
          LOG.atWarn()
              .addKeyValue(RunId.KEY, errand.runId())
              .log("{}, attempt {}: {}", model.name(), number, failure.sentence());
          askAgain(failure);
        }
      }
    } finally {
      vertx.cancelTimer(totalTimer);
    }
  }

  RunId runId() {
    return errand.runId();
  }

  /** It is not wanted any more, for this reason. */
  void end(Problem why) {
    ended.tryFail(new ProblemException(why));
  }

  /** A local model may load for minutes; its time counts from here. */
  @Override
  public void began() {
    if (totalTimer == NOT_YET) {
      totalBegan = System.nanoTime();
      totalTimer = vertx.setTimer(patience.total().toMillis(), late -> ended.tryFail(slow()));
    }
  }

  @Override
  public void grew(Attempt attempt) {
    var message =
        number == 1
            ? "The model is writing."
            : "The model is writing (%d of %d).".formatted(number, Backoff.ATTEMPTS);
    errand.measured(attempt.fraction(), attempt.tokens(), message);
  }

  private T attempt() {
    lease.require();
    var attempt = new Attempt(vertx, model, patience, typical, this);
    var commission = errand.commission();
    var text = attempt.answer(commission, ended.future());
    try {
      return errand.read(new Draft(text, model.name(), attempt.tokensInAll(commission)));
    } catch (UnreadableAnswerException e) {
      throw ModelException.lasting(Trouble.UNREADABLE, String.valueOf(e.getMessage()));
    }
  }

  private void askAgain(ModelException failure) {
    var pause = backoff.after(number, failure);
    if (!failure.passing() || number == Backoff.ATTEMPTS || pause.compareTo(left()) >= 0) {
      throw failure;
    }
    number++;
    var message =
        "The model %s; asking again (%d of %d)."
            .formatted(failure.trouble().words(), number, Backoff.ATTEMPTS);
    errand.measured(0, null, message);
    rest(pause);
  }

  private Duration left() {
    return totalTimer == NOT_YET
        ? patience.total()
        : patience.total().minusNanos(System.nanoTime() - totalBegan);
  }

  private void rest(Duration pause) {
    Promise<Void> rested = Promise.promise();
    ended.future().onFailure(rested::tryFail);
    // A timer of 0 ms does not exist.
    vertx.setTimer(Math.max(1, pause.toMillis()), late -> rested.tryComplete());
    rested.future().await();
  }

  private ModelException slow() {
    return ModelException.lasting(
        Trouble.SLOW, "The model took more than %d s".formatted(patience.total().toSeconds()));
  }
}
