package dev.hatchery.task;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Checkpoint;
import dev.hatchery.protocol.Emission;
import dev.hatchery.protocol.Emitting;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The open tasks of this node; opens what is reported for the first time. */
final class Registry {
  /** How many tasks of one owner may be open. */
  private static final int OPEN_MOST = 1000;

  private static final Duration COME_BACK = Duration.ofSeconds(15);

  private final Bus bus;
  private final InstantSource clock;
  private final String node;
  private final Map<Owner, OpenTasks> byOwner = new HashMap<>();
  private final Map<RunId, Task> byId = new HashMap<>();

  Registry(Bus bus, InstantSource clock, String node) {
    this.bus = bus;
    this.clock = clock;
    this.node = node;
  }

  /** Takes up what is unfinished in storage. */
  Future<List<Task>> takeUp() {
    return bus.ask(Addresses.TAKE_UP_RUNS, new Emitting.TakeUp(node))
        .compose(
            taken ->
                Future.all(
                        taken.runs().stream()
                            .map(held -> open(held.run(), held.heardAt()))
                            .toList())
                    .map(all -> all.list()));
  }

  @Nullable Task find(RunId runId) {
    return byId.get(runId);
  }

  /** Those that nobody reported on since then. */
  List<Task> heardBefore(Instant then) {
    return byId.values().stream()
        .filter(task -> !task.ending() && task.heardAt().isBefore(then))
        .toList();
  }

  void remove(Task task) {
    var owner = task.run().owner();
    var open = of(owner);
    byId.remove(task.run().id(), task);
    open.remove(task);
    if (open.isEmpty()) {
      byOwner.remove(owner, open);
    }
  }

  /**
   * Gives {@code use} the tasks that these are about, all of them open, before anybody else gets
   * those that are opened for it: who came first is heard first.
   */
  <T> Future<T> with(Owner owner, List<Emission> emissions, Function<Plan, Future<T>> use) {
    var open = of(owner);
    var plan = new Plan(open, emissions);
    var before = plan.waitsFor();
    if (before != null) {
      return before.transform(any -> with(owner, emissions, use));
    }
    if (plan.unknownId() != null) {
      return find(owner, plan.unknownId()).compose(found -> with(owner, emissions, use));
    }
    if (plan.fresh().isEmpty()) {
      return use.apply(plan);
    }
    if (open.count() + plan.fresh().size() > OPEN_MOST) {
      return Future.failedFuture(tooMany());
    }
    var opening = open.open(plan.names(), plan.fresh().size());
    return open(owner, plan)
        .transform(
            opened -> {
              try {
                return opened.succeeded()
                    ? use.apply(opened.result())
                    : Future.<T>failedFuture(opened.cause());
              } finally {
                open.opened(opening);
              }
            });
  }

  private Future<Plan> open(Owner owner, Plan plan) {
    var now = now();
    var openings =
        plan.fresh().stream()
            .map(
                one ->
                    new Emitting.Opening(NewRuns.of(owner, one.name, one.first, now), one.anew()))
            .toList();
    return bus.ask(Addresses.OPEN_RUNS, new Emitting.Open(node, openings))
        .compose(
            opened ->
                Future.all(opened.runs().stream().map(run -> open(run, now)).toList())
                    .<List<Task>>map(all -> all.list()))
        .map(plan::opened);
  }

  private Future<Task> open(Run run, Instant heardAt) {
    return bus.ask(Addresses.OPEN_PROGRESS, new Progress.Open(run))
        .map(
            opened -> {
              var list = ((Checkpoint.Reported) run.checkpoint()).checklist();
              var progress =
                  run.lastSeq() == 0
                      ? TaskProgress.begin(list.taskId(), list.title(), heardAt)
                      : TaskProgress.resume(list, run.standing().measured());
              var task = new Task(run, progress, heardAt);
              byId.put(run.id(), task);
              of(run.owner()).add(task);
              return task;
            });
  }

  private static ProblemException tooMany() {
    return new ProblemException(
        new Problem.Busy(
            "too_many_tasks", "1,000 of your tasks are open; end some first.", COME_BACK));
  }

  private OpenTasks of(Owner owner) {
    return Objects.requireNonNull(byOwner.computeIfAbsent(owner, one -> new OpenTasks()));
  }

  /** Opens a run that goes on although it is not open here. */
  private Future<Task> find(Owner owner, String id) {
    return bus.ask(Addresses.FIND_RUN, new Storage.FindRun(owner, new RunRef(id)))
        .map(Registry::requireGoingOn)
        .compose(
            run ->
                bus.ask(
                    Addresses.OPEN_RUNS,
                    new Emitting.Open(node, List.of(new Emitting.Opening(run, false)))))
        .compose(opened -> open(opened.runs().getFirst(), now()));
  }

  private static Run requireGoingOn(Storage.FoundRun found) {
    if (!(found.run().order() instanceof Order.Reported)) {
      throw new ProblemException(
          new Problem.Conflict(
              "not_reported", "Hatchery does the work of this run itself and reports it."));
    }
    if (found.run().status().ended()) {
      throw new ProblemException(
          new Problem.Conflict("already_finished", "This run is over already."));
    }
    return found.run();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
