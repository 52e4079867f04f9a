package dev.hatchery.task;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.Running;
import io.vertx.core.Future;
import java.util.Objects;
import java.util.Set;

/** Ends the tasks that their owners cancel, wherever they are open. */
final class Halts {
  private final Registry registry;
  private final Teller teller;
  private final Post post;

  Halts(Registry registry, Teller teller, Post post) {
    this.registry = registry;
    this.teller = teller;
    this.post = post;
  }

  /** Completes when it is over. */
  Future<Running.Done> anywhere(Running.Halt halt) {
    return anywhere(halt, Errand.begin());
  }

  /** The same where another node found it to be open here; fails as stale when it is not. */
  Future<Running.Done> here(Running.Halt halt) {
    var task = registry.find(halt.runId());
    return task == null
        ? Future.failedFuture(Post.notThere())
        : end(task).recover(goesOn -> here(halt));
  }

  private Future<Running.Done> anywhere(Running.Halt halt, Errand errand) {
    var task = registry.find(halt.runId());
    if (task != null) {
      return end(task).recover(goesOn -> again(halt, errand));
    }
    return registry.alone()
        ? Future.succeededFuture(new Running.Done())
        : registry.take(halt.runId()).compose(run -> taken(halt, errand, run));
  }

  private Future<Running.Done> end(Task task) {
    if (!task.ending()) {
      teller.end(task, new Happening.Cancelled(), "You stopped it here.");
    }
    return task.over().map(new Running.Done());
  }

  /** It is open here now, unless another node has it. */
  private Future<Running.Done> taken(Running.Halt halt, Errand errand, Run run) {
    return registry.find(run.id()) != null
        ? again(halt, errand)
        : there(halt, run)
            .recover(
                failure ->
                    errand.movedFromThere(ProblemException.in(failure))
                        ? again(halt, errand)
                        : Future.failedFuture(failure));
  }

  private Future<Running.Done> there(Running.Halt halt, Run run) {
    var node = Objects.requireNonNull(run.node());
    return post.ask(Addresses.HALT_TASK, halt, node, run.owner(), Set.of(run.id()));
  }

  private Future<Running.Done> again(Running.Halt halt, Errand errand) {
    return post.rest(errand).compose(rested -> anywhere(halt, errand.again()));
  }
}
