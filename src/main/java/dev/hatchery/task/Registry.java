package dev.hatchery.task;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Checkpoint;
import dev.hatchery.protocol.Emission;
import dev.hatchery.protocol.Emitting;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
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
  private final Claims claims;
  private final boolean alone;
  private final Map<Owner, OpenTasks> byOwner = new HashMap<>();
  private final Map<RunId, Task> byId = new HashMap<>();

  /**
   * A registry without tasks.
   *
   * @param alone whether there are no other nodes
   */
  Registry(Bus bus, InstantSource clock, Claims claims, boolean alone) {
    this.bus = bus;
    this.clock = clock;
    this.claims = claims;
    this.alone = alone;
  }

  /**
   * Takes up what is unfinished in storage and that no other node holds; gives what is open then.
   *
   * @param own whether also what was this node's before
   */
  Future<List<Task>> takeUp(boolean own) {
    return claims
        .takeUp(own)
        .compose(
            taken -> {
              var opening = taken.stream().map(held -> open(held.run(), held.heardAt())).toList();
              return Future.join(opening)
                  .otherwiseEmpty()
                  .map(
                      all ->
                          opening.stream().filter(Future::succeeded).map(Future::result).toList());
            });
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
   * Gives {@code use} the tasks that these are about, all of them open, here or elsewhere, before
   * anybody else gets those that are opened for it: who came first is heard first.
   */
  <T> Future<T> with(Owner owner, List<Emission> emissions, Function<Plan, Future<T>> use) {
    var open = of(owner);
    if (alone || open.know(emissions)) {
      return planned(owner, open.elsewhere(), emissions, use);
    }
    var looking = open.looking();
    return looking == null
        ? look(owner).compose(seen -> planned(owner, open.elsewhere(), emissions, use))
        : looking.transform(any -> with(owner, emissions, use));
  }

  /** The same for what another node found to be open here; fails as stale when it is not. */
  <T> Future<T> here(Owner owner, List<Emission> emissions, Function<Plan, Future<T>> use) {
    return planned(owner, new Elsewhere(), emissions, use);
  }

  /** Where the owner's tasks are open is to be looked up anew. */
  void lookAnew(Owner owner) {
    of(owner).elsewhere().forget();
  }

  private Future<?> look(Owner owner) {
    var open = of(owner);
    var look = claims.locate(owner).onSuccess(open::see);
    open.looking(look);
    return look;
  }

  private <T> Future<T> planned(
      Owner owner, Elsewhere elsewhere, List<Emission> emissions, Function<Plan, Future<T>> use) {
    var open = of(owner);
    var plan = new Plan(open, elsewhere, emissions);
    var before = plan.waitsFor();
    if (before != null) {
      return before.transform(any -> planned(owner, elsewhere, emissions, use));
    }
    if (plan.unknownId() != null) {
      return claims
          .find(owner, plan.unknownId())
          .compose(run -> open(run, elsewhere))
          .compose(found -> planned(owner, elsewhere, emissions, use));
    }
    if (plan.fresh().isEmpty()) {
      return use.apply(plan);
    }
    if (open.count() + elsewhere.count() + plan.fresh().size() > OPEN_MOST) {
      return Future.failedFuture(tooMany());
    }
    var opening = open.open(plan.names(), plan.fresh().size());
    return open(owner, plan, elsewhere)
        .transform(
            opened -> {
              try {
                return opened.succeeded()
                    ? use.apply(plan)
                    : Future.<T>failedFuture(opened.cause());
              } finally {
                open.opened(opening);
              }
            });
  }

  private Future<?> open(Owner owner, Plan plan, Elsewhere elsewhere) {
    var now = now();
    var openings =
        plan.fresh().stream()
            .map(
                one ->
                    new Emitting.Opening(NewRuns.of(owner, one.name, one.first, now), one.anew()))
            .toList();
    return claims
        .open(openings)
        .compose(
            opened -> {
              var runs = opened.iterator();
              return Future.all(
                  plan.fresh().stream()
                      .map(one -> open(one, runs.next(), now, elsewhere))
                      .toList());
            });
  }

  private Future<?> open(Plan.Fresh one, Run run, Instant now, Elsewhere elsewhere) {
    if (claims.mine(run)) {
      return open(run, now).onSuccess(task -> one.task = task);
    }
    elsewhere.see(run);
    one.elsewhere = elsewhere.named(run.id().value());
    return Future.succeededFuture();
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
              if (run.lastSeq() > 0) {
                bus.announce(Addresses.KEPT, new Emitting.Kept(run.id(), run.name()));
              }
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

  /** Opens a run that goes on, unless another node holds it; as it is then. */
  Future<Run> take(RunId runId) {
    return claims
        .find(null, runId.value())
        .compose(run -> open(run, of(run.owner()).elsewhere()).map(run));
  }

  private Future<?> open(Run run, Elsewhere elsewhere) {
    if (claims.mine(run)) {
      return open(run, now());
    }
    elsewhere.see(run);
    return Future.succeededFuture();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
