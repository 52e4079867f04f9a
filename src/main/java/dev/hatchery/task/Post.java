package dev.hatchery.task;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Emitting.Whereabouts;
import dev.hatchery.protocol.Message;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Question;
import dev.hatchery.protocol.RunId;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Asks other nodes about the tasks that they have. */
final class Post {
  private static final Duration BREATH = Duration.ofMillis(250);

  /** How often to look whether a node that does not answer still has them. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Vertx vertx;
  private final Bus bus;
  private final Claims claims;

  Post(Vertx vertx, Bus bus, Claims claims) {
    this.vertx = vertx;
    this.bus = bus;
    this.claims = claims;
  }

  /**
   * The node's answer, as long as it has these runs. One that stands still answers never, or too
   * late: what tells is its lease, and not the time.
   */
  <Q extends Message, A extends Message> Future<A> ask(
      Question<Q, A> question, Q asked, String node, Owner owner, Set<RunId> runs) {
    Promise<A> answer = Promise.promise();
    bus.ask(question.at(node), asked).onSuccess(answer::tryComplete).onFailure(answer::tryFail);
    var looks =
        vertx.setPeriodic(
            LOOK.toMillis(),
            look ->
                claims
                    .locate(owner)
                    .onSuccess(
                        found -> {
                          if (moved(found, node, runs)) {
                            answer.tryFail(notThere());
                          }
                        }));
    return answer.future().onComplete(any -> vertx.cancelTimer(looks));
  }

  private static boolean moved(List<Whereabouts> found, String node, Set<RunId> runs) {
    return found.stream().anyMatch(run -> runs.contains(run.runId()) && !node.equals(run.node()));
  }

  /** What somebody is told who asks the wrong node. */
  static ProblemException notThere() {
    return new ProblemException(
        new Problem.Stale("Another node hears the reports of this run by now."));
  }

  /** Rests before another try, but for the first; fails when there is no time for it. */
  Future<?> rest(Errand errand) {
    if (!errand.patient()) {
      return Future.failedFuture(Errand.silent());
    }
    return errand.tries() == 0
        ? Future.succeededFuture()
        : vertx.timer(BREATH.toMillis(), TimeUnit.MILLISECONDS);
  }
}
