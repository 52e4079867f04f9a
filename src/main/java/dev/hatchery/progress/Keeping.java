package dev.hatchery.progress;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.metrics.Metrics;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Learning;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunStatus;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one claimed run's progress in the journal, one append at a time; what is reported meanwhile
 * waits or is conflated. Lives on its verticle's event loop.
 */
final class Keeping {
  private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private static final Problem OUT_OF_COURSE =
      new Problem.Unavailable(
          "not_recorded", "What was said before this could not be recorded; say both again.");

  private final Vertx vertx;
  private final Bus bus;
  private final Metrics metrics;
  private final RunId runId;
  private final long epoch;
  private final InstantSource clock;
  private final RunProgress progress;
  private final Consumer<Keeping> over;

  private final Askers askers = new Askers();

  private final Forecasts forecasts = new Forecasts();
  private int refusedCourse = -1;
  private boolean appending;
  private boolean closed;
  private long timer;
  private @Nullable Instant wake;

  /** Why the journal takes nothing at the moment, or null while it does. */
  private @Nullable Problem problem;

  /** Keeps this claim's progress until its ending is in the journal, which {@code over} hears. */
  Keeping(
      Vertx vertx,
      Bus bus,
      Metrics metrics,
      RunId runId,
      long epoch,
      InstantSource clock,
      RunProgress progress,
      Consumer<Keeping> over) {
    this.vertx = vertx;
    this.bus = bus;
    this.metrics = metrics;
    this.runId = runId;
    this.epoch = epoch;
    this.clock = clock;
    this.progress = progress;
    this.over = over;
  }

  RunId runId() {
    return runId;
  }

  long epoch() {
    return epoch;
  }

  InstantSource clock() {
    return clock;
  }

  RunProgress progress() {
    return progress;
  }

  void waiting(Progress.Wait wait) {
    progress.waiting(wait.ahead(), wait.eta());
    goOn();
  }

  void enter(Progress.Enter entered) {
    progress.enter(entered, clock.instant());
    goOn();
  }

  void measure(Progress.Measure report) {
    progress.measure(report, clock.instant());
    goOn();
  }

  /** Completes when the milestone is in the journal. */
  Future<Progress.Reached> reach(Progress.Reach reach) {
    var ticket = askers.ticket();
    var refused = progress.reach(reach, ticket, clock.instant());
    if (refused.isPresent()) {
      return Future.failedFuture(new ProblemException(refused.get()));
    }
    var reached = askers.waiting(ticket);
    goOn();
    return reached;
  }

  /** Completes when all of it is in the journal. */
  Future<Progress.Told> tell(Progress.Tell tell) {
    var trouble = tell.course() <= refusedCourse ? OUT_OF_COURSE : problem;
    if (trouble != null) {
      refusedCourse = Math.max(refusedCourse, tell.course());
      return Future.failedFuture(new ProblemException(trouble));
    }
    var reached = new ArrayList<Future<Progress.Reached>>(tell.words().size());
    for (var word : tell.words()) {
      var ticket = askers.ticket();
      if (!progress.tell(word, ticket, clock.instant())) {
        return Future.failedFuture(
            new ProblemException(new Problem.Conflict("ended", "The run has ended already.")));
      }
      reached.add(askers.waiting(ticket));
    }
    goOn();
    return Future.all(reached).map(all -> new Progress.Told(all.list()));
  }

  /** Another node has ended the run, so there is nothing to keep; our own ending is appended. */
  void ended() {
    if (!appending) {
      close(new Problem.Conflict("ended", "The run has ended."));
    }
  }

  /** Another claim goes on with the run: what is under way ends, nothing new begins. */
  void handOver() {
    closed = true;
    vertx.cancelTimer(timer);
    if (!appending) {
      askers.refuse(new Problem.Stale("The run was claimed anew."));
    }
  }

  private void goOn() {
    if (appending || closed) {
      return;
    }
    progress.due(clock.instant()).ifPresentOrElse(this::append, this::sleep);
  }

  private void sleep() {
    var due = progress.wakeAt();
    if (due == null || !due.equals(wake)) {
      vertx.cancelTimer(timer);
      wake = due;
      if (due != null) {
        timer = vertx.setTimer(Math.max(1, millisUntil(due)), fired -> awake());
      }
    }
  }

  private void awake() {
    wake = null;
    goOn();
  }

  private void append(Batch batch) {
    appending = true;
    metrics.conflatedBeforeTheJournal(progress.conflated());
    ask(batch, new Journal.Append(runId, epoch, batch.drafts(), batch.change()), SHORTEST_PAUSE);
  }

  private void ask(Batch batch, Journal.Append append, Duration pause) {
    bus.ask(Addresses.APPEND, append)
        .onSuccess(appended -> appended(batch, appended))
        .onFailure(failure -> failed(batch, append, ProblemException.in(failure), pause));
  }

  private void appended(Batch batch, Journal.Appended appended) {
    appending = false;
    problem = null;
    for (int i = 0; i < batch.drafts().size(); i++) {
      var reached = new Progress.Reached(appended.ids().get(i), batch.drafts().get(i).seq());
      askers.answer(batch.tickets().get(i), reached);
    }
    forecasts.hear(batch.change().standing(), clock.instant());
    if (batch.ending()) {
      keepForecasts(batch.change().status());
      close(new Problem.Conflict("ended", "The run has ended."));
    } else if (closed) {
      askers.refuse(new Problem.Stale("The run was claimed anew."));
    } else {
      goOn();
    }
  }

  /** After the ending and not with it: a kill between the two costs a statistic one number. */
  private void keepForecasts(@Nullable RunStatus status) {
    if (status == RunStatus.SUCCEEDED && forecasts.any()) {
      var foretold = new Learning.Foretold(runId, epoch, forecasts.atTheEnd(clock.instant()));
      bus.ask(Addresses.KEEP_FORECASTS, foretold)
          .onFailure(
              failure ->
                  LOG.atWarn()
                      .addKeyValue(RunId.KEY, runId)
                      .setCause(failure)
                      .log("How right the run was foretold is not kept"));
    }
  }

  /** Only what can never succeed ends it; anything else may, and is tried until it does. */
  private void failed(Batch batch, Journal.Append append, Problem problem, Duration pause) {
    switch (problem) {
      case Problem.Stale p -> close(p);
      case Problem.NotFound p -> close(p);
      case Problem.Invalid p -> close(p);
      case Problem.Conflict p -> close(p);
      default -> {
        if (closed) {
          close(new Problem.Stale("The run was claimed anew."));
        } else {
          retry(batch, append, problem, pause);
        }
      }
    }
  }

  private void retry(Batch batch, Journal.Append append, Problem refused, Duration pause) {
    problem = refused;
    LOG.atWarn()
        .addKeyValue(RunId.KEY, runId)
        .log("The run cannot be written, again in {}: {}", pause, refused.detail());
    var next = pause.multipliedBy(2);
    var longer = next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    vertx.setTimer(pause.toMillis(), fired -> ask(batch, append.repeated(), longer));
  }

  private void close(Problem problem) {
    appending = false;
    closed = true;
    vertx.cancelTimer(timer);
    askers.refuse(problem);
    over.accept(this);
  }

  private long millisUntil(Instant due) {
    var now = clock.instant();
    return due.isAfter(now) ? Duration.between(now, due).toMillis() : 0;
  }
}
