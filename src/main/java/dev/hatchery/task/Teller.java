package dev.hatchery.task;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Checklist.Outcome;
import dev.hatchery.protocol.Emitting.Place;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.RunId;
import io.vertx.core.Future;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says to the aggregator what was reported on the tasks of this node, and how they end. */
final class Teller {
  private static final Logger LOG = LoggerFactory.getLogger(Teller.class);

  private final Bus bus;
  private final Registry registry;

  Teller(Bus bus, Registry registry) {
    this.bus = bus;
    this.registry = registry;
  }

  /** Completes with where it is in the journal. */
  Future<List<Place>> tell(Telling.Words words, Progress.Tell tell) {
    return bus.ask(Addresses.TELL, tell)
        .onSuccess(
            told -> {
              if (words.conclude()) {
                finishIfOver(words.task());
              }
            })
        .onFailure(failure -> notTold(words, failure))
        .map(words::places);
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
  void finishIfOver(Task task) {
    var list = task.progress().checklist();
    if (list.outcome() != null) {
      var passed = list.outcome() == Outcome.PASSED;
      end(
          task,
          passed ? new Happening.Done() : new Happening.Failed("task_failed", false),
          Wording.ending(list, passed));
    }
  }

  /** Nothing follows on the task but this. */
  void end(Task task, Happening ending, String message) {
    task.end();
    var run = task.run();
    bus.ask(Addresses.REACH, new Progress.Reach(run.id(), run.epoch(), ending, message, null, null))
        .onComplete(told -> registry.remove(task))
        .onSuccess(ended -> task.ended())
        .onFailure(
            failure -> {
              LOG.atWarn()
                  .addKeyValue(RunId.KEY, run.id())
                  .log("The task has no ending by us: {}", failure.getMessage());
              task.lost(new ProblemException(ProblemException.in(failure)));
            });
  }
}
