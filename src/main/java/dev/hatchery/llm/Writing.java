package dev.hatchery.llm;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Generation;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Progress;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A model writing one persona: measured while it streams, and stopped when it takes too long. */
final class Writing {
  private static final Logger LOG = LoggerFactory.getLogger(Writing.class);
  private static final int CHARACTERS_MOST = 2 * 1024 * 1024;
  private static final long TYPICAL_CHARACTERS = 900;
  private static final String INSTEAD = ", so this persona was made from your words alone.";

  private final Vertx vertx;
  private final Bus bus;
  private final LanguageModel model;
  private final Generation.Prompt prompt;
  private final Patience patience;
  private final StringBuilder text = new StringBuilder();
  private final PersonaProgress progress = new PersonaProgress(TYPICAL_CHARACTERS);
  private final Promise<Void> stop = Promise.promise();
  private final Promise<Void> over = Promise.promise();
  private long idleTimer;

  Writing(Vertx vertx, Bus bus, LanguageModel model, Generation.Prompt prompt, Patience patience) {
    this.vertx = vertx;
    this.bus = bus;
    this.model = model;
    this.prompt = prompt;
    this.patience = patience;
  }

  /** Waits for the whole persona; fails with a {@link ProblemException}. */
  Generation.Written write() {
    var totalTimer =
        vertx.setTimer(
            patience.total().toMillis(), late -> giveUp("model_slow", took(patience.total())));
    watchIdle();
    try {
      model
          .write(new Commission(prompt.description(), prompt.seed()), this::piece, stop.future())
          .onSuccess(over::tryComplete)
          .onFailure(this::failed);
      over.future().await();
      progress.done();
      return new Generation.Written(new PersonaReader().read(text.toString()), model.name());
    } catch (UnreadableAnswerException e) {
      LOG.warn("Run {}: {} sent no persona: {}", prompt.runId(), model.name(), e.getMessage());
      throw unavailable("model_unreadable", "The model sent something we could not read" + INSTEAD);
    } finally {
      vertx.cancelTimer(totalTimer);
      vertx.cancelTimer(idleTimer);
    }
  }

  /** Its owner does not want it any more. */
  void cancel() {
    end(new ProblemException(new Problem.Cancelled("The run was cancelled.")));
  }

  private void piece(String piece) {
    if (over.future().isComplete()) {
      return;
    }
    vertx.cancelTimer(idleTimer);
    watchIdle();
    text.append(piece);
    if (text.length() > CHARACTERS_MOST) {
      giveUp("model_unreadable", "The model did not stop writing" + INSTEAD);
      return;
    }
    progress.piece(piece);
    bus.announce(
        Addresses.MEASURED,
        new Progress.Measure(
            prompt.runId(),
            prompt.epoch(),
            prompt.phase().name(),
            progress.fraction(),
            new Happening.LlmProgress((int) progress.tokens()),
            "The model is writing."));
  }

  private void watchIdle() {
    idleTimer =
        vertx.setTimer(
            patience.idle().toMillis(), late -> giveUp("model_silent", silent(patience.idle())));
  }

  private static String silent(Duration idle) {
    return "The model did not answer in %d s%s".formatted(idle.toSeconds(), INSTEAD);
  }

  private static String took(Duration total) {
    return "The model took more than %d s%s".formatted(total.toSeconds(), INSTEAD);
  }

  private void failed(Throwable failure) {
    LOG.warn("Run {}: {} failed", prompt.runId(), model.name(), failure);
    over.tryFail(
        failure instanceof ProblemException known
            ? known
            : unavailable("model_down", "The model is down" + INSTEAD));
  }

  private void giveUp(String code, String sentence) {
    end(unavailable(code, sentence));
  }

  private void end(ProblemException why) {
    over.tryFail(why);
    stop.tryComplete();
  }

  private static ProblemException unavailable(String code, String sentence) {
    return new ProblemException(new Problem.ModelUnavailable(code, sentence));
  }
}
