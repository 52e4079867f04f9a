package dev.hatchery.run;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.Leasing.Held;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The endings that no worker tells: every run has one, whatever becomes of who worked on it. */
final class Endings {
  private static final Logger LOG = LoggerFactory.getLogger(Endings.class);
  private static final Duration BREATH = Duration.ofSeconds(1);

  private final Vertx vertx;
  private final Bus bus;

  Endings(Vertx vertx, Bus bus) {
    this.vertx = vertx;
    this.bus = bus;
  }

  /** Too many servers have died over it. */
  Future<Void> giveUp(Run run) {
    return fail(
        run,
        "worker_lost",
        "The server stopped three times while working on this; it was given up.");
  }

  /**
   * Ends what its worker has left without an ending, by an error of ours. While the database does
   * not answer it is asked again; what others may go on with is left to them.
   *
   * @param failure of the worker, or null where it says that it is done
   * @param ours whether this node still answers for the run
   * @return succeeds in every case, once there is nothing left to do
   */
  Future<Void> require(Held held, @Nullable Throwable failure, BooleanSupplier ours) {
    if (!ours.getAsBoolean()) {
      return Future.succeededFuture();
    }
    return bus.ask(Addresses.FIND_RUN, new Storage.FindRun(null, RunRef.of(held.runId())))
        .map(Storage.FoundRun::run)
        .compose(run -> left(held, run) ? end(run, failure) : Future.succeededFuture())
        .recover(refused -> refused(held, failure, ours, refused));
  }

  /** Whether nobody but this claim has it, and it goes on. */
  private static boolean left(Held held, Run run) {
    return !run.status().ended() && run.node() != null && Held.of(run).equals(held);
  }

  private Future<Void> end(Run run, @Nullable Throwable failure) {
    var problem =
        ProblemException.in(Objects.requireNonNullElseGet(failure, IllegalStateException::new));
    LOG.atError()
        .addKeyValue(RunId.KEY, run.id())
        .log("Its worker left the run without an ending; it ends with {}", problem.code());
    return bus.ask(Addresses.OPEN_PROGRESS, new Progress.Open(run))
        .compose(opened -> fail(run, problem.code(), problem.detail()));
  }

  private Future<Void> refused(
      Held held, @Nullable Throwable failure, BooleanSupplier ours, Throwable refused) {
    if (ProblemException.in(refused) instanceof Problem.Unavailable) {
      return vertx
          .timer(BREATH.toMillis(), TimeUnit.MILLISECONDS)
          .compose(again -> require(held, failure, ours));
    }
    LOG.atWarn()
        .addKeyValue(RunId.KEY, held.runId())
        .log("The run could not be ended: {}", refused.getMessage());
    return Future.succeededFuture();
  }

  private Future<Void> fail(Run run, String code, String words) {
    return bus.ask(
            Addresses.REACH,
            new Progress.Reach(
                run.id(), run.epoch(), new Happening.Failed(code, true), words, null, null))
        .mapEmpty();
  }
}
