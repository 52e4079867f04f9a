package dev.hatchery.task;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Checklist.Outcome;
import dev.hatchery.protocol.Emission;
import dev.hatchery.protocol.Emitting;
import dev.hatchery.protocol.Emitting.Place;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.Running;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears what other programs report of their work; event loop, one per node. */
public final class TaskVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(TaskVerticle.class);
  private static final Duration LOOKS_APART_MOST = Duration.ofMinutes(1);
  private static final int LOOKS_PER_TIMEOUT = 10;

  private final Bus bus;
  private final InstantSource clock;
  private final Duration idleTimeout;
  private final Registry registry;
  private final Recollection recollection;

  /**
   * A verticle of this node.
   *
   * @param idleTimeout how long nobody may report on a task before it is given up
   */
  public TaskVerticle(Bus bus, InstantSource clock, String node, Duration idleTimeout) {
    this.bus = bus;
    this.clock = clock;
    this.idleTimeout = idleTimeout;
    this.registry = new Registry(bus, clock, node);
    this.recollection = new Recollection(bus);
  }

  /** Takes up the tasks that a stop or a kill has left open, then answers. */
  @Override
  public Future<?> start() {
    return registry
        .takeUp()
        .onSuccess(taken -> taken.forEach(this::finishIfOver))
        .compose(
            taken ->
                Future.all(
                    bus.answerLater(Addresses.EMIT, this::emit),
                    bus.answerLater(Addresses.HALT_TASK, this::halt)))
        .onSuccess(answering -> vertx.setPeriodic(looksApart(), look -> giveUpIdle()));
  }

  private long looksApart() {
    var share = idleTimeout.dividedBy(LOOKS_PER_TIMEOUT);
    return Math.max(
        1, share.compareTo(LOOKS_APART_MOST) > 0 ? LOOKS_APART_MOST.toMillis() : share.toMillis());
  }

  private Future<Emitting.Emitted> emit(Emitting.Emit emit) {
    return recollection
        .once(emit.owner(), emit.emissions(), fresh -> record(emit.owner(), fresh))
        .map(Emitting.Emitted::new);
  }

  private Future<List<Place>> record(Owner owner, List<Emission> emissions) {
    return registry.with(owner, emissions, plan -> tell(new Telling(plan)));
  }

  private Future<List<Place>> tell(Telling telling) {
    telling.requireRoom();
    var answers = telling.hear(now(), this::tell);
    return Future.join(answers)
        .onComplete(any -> telling.noMoreWaiting())
        .map(all -> telling.places(all.list()));
  }

  private Future<Progress.Told> tell(Telling.Words words, Progress.Tell tell) {
    return bus.ask(Addresses.TELL, tell)
        .onSuccess(
            told -> {
              if (words.conclude()) {
                finishIfOver(words.task());
              }
            })
        .onFailure(failure -> notTold(words, failure));
  }

  private void notTold(Telling.Words words, Throwable failure) {
    var why = new ProblemException(ProblemException.in(failure));
    words.takeBack(why);
    if (leftUs(why.problem())) {
      // The next emission looks for it anew.
      registry.remove(words.task());
      words.task().lost(why);
    }
  }

  /** Whether nothing of it can be told from here any more. */
  private static boolean leftUs(Problem problem) {
    return switch (problem) {
      case Problem.Stale p -> true;
      case Problem.Conflict p -> true;
      case Problem.NotFound p -> true;
      case Problem.Invalid p -> true;
      default -> false;
    };
  }

  /** A task that its program called completed gets its ending. */
  private void finishIfOver(Task task) {
    var list = task.progress().checklist();
    if (list.outcome() != null) {
      var passed = list.outcome() == Outcome.PASSED;
      end(
          task,
          passed ? new Happening.Done() : new Happening.Failed("task_failed", false),
          Wording.ending(list, passed));
    }
  }

  private Future<Running.Done> halt(Running.Halt halt) {
    var task = registry.find(halt.runId());
    if (task == null) {
      return Future.succeededFuture(new Running.Done());
    }
    if (!task.ending()) {
      end(task, new Happening.Cancelled(), "You stopped it here.");
    }
    return task.over().map(new Running.Done()).recover(goesOn -> halt(halt));
  }

  private void giveUpIdle() {
    var before = now().minus(idleTimeout);
    for (var task : registry.heardBefore(before)) {
      end(
          task,
          new Happening.Failed("abandoned", false),
          "Nobody reported on it for %s, so it was given up.".formatted(words(idleTimeout)));
    }
  }

  private void end(Task task, Happening ending, String message) {
    task.end();
    var run = task.run();
    bus.ask(Addresses.REACH, new Progress.Reach(run.id(), run.epoch(), ending, message, null, null))
        .onFailure(
            failure ->
                LOG.atWarn()
                    .addKeyValue(RunId.KEY, run.id())
                    .log("The task has no ending: {}", failure.getMessage()))
        .onComplete(
            ended -> {
              registry.remove(task);
              task.ended();
            });
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static String words(Duration duration) {
    return duration.toHours() > 0
        ? duration.toHours() + " h"
        : duration.toMinutes() > 0 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
  }
}
