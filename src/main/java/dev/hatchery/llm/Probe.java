package dev.hatchery.llm;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/** Turns the outcome of a smallest request into a checkup. */
public final class Probe {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PATIENCE_WITH_LOADING = Duration.ofMinutes(5);

  private final Vertx vertx;
  private final String name;
  private final Duration patience;

  public Probe(Vertx vertx, LanguageModel model) {
    this.vertx = vertx;
    this.name = model.name();
    this.patience = model.local() ? PATIENCE_WITH_LOADING : PATIENCE;
  }

  /**
   * Asks and judges.
   *
   * @param request is given who hears the answer, and what completes when it took too long
   */
  public Future<Checkup> ask(BiFunction<Listener, Future<Void>, Future<Void>> request) {
    var timer = vertx.timer(patience.toMillis(), TimeUnit.MILLISECONDS);
    return request
        .apply(piece -> {}, timer.mapEmpty())
        .map(answered -> well())
        .otherwise(this::judge)
        .onComplete(any -> timer.cancel());
  }

  private Checkup judge(Throwable failure) {
    return switch (failure) {
      case ModelException known -> judge(known);
      case CancellationException late ->
          new Checkup(false, "%s did not answer in %d s.".formatted(name, patience.toSeconds()));
      default -> new Checkup(false, name + " failed unexpectedly.");
    };
  }

  /** It was allowed one token only, so being cut short is how a good answer ends. */
  private Checkup judge(ModelException known) {
    return known.trouble() == Trouble.CUT_SHORT ? well() : new Checkup(false, known.sentence());
  }

  private Checkup well() {
    return new Checkup(true, name + " answers.");
  }
}
