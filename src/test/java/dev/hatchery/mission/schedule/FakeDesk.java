package dev.hatchery.mission.schedule;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Brief;
import dev.hatchery.protocol.Checkpoint;
import dev.hatchery.protocol.Message;
import dev.hatchery.protocol.Mission;
import dev.hatchery.protocol.MissionStep;
import dev.hatchery.protocol.Missions;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Question;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Running;
import dev.hatchery.protocol.Schedule;
import dev.hatchery.protocol.Scheduling;
import dev.hatchery.protocol.Standing;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Missions and one schedule in memory, and the real scheduler by a clock that is set. */
final class FakeDesk {
  static final Owner ADA = new Owner("ada");

  private final Vertx vertx = Vertx.vertx();
  private final Bus bus = Bus.open(vertx);
  private final Map<RunId, Run> runs = new LinkedHashMap<>();
  private final Map<String, RunId> keys = new LinkedHashMap<>();
  private final List<RunId> executed = new ArrayList<>();
  private final RunId pattern = propose("Sum up the news", null);
  private @Nullable Schedule schedule;
  private Instant claimedUntil = Instant.EPOCH;
  private Instant now;
  private int refused;
  private @Nullable Problem broken;

  FakeDesk(Instant now) {
    this.now = now;
  }

  void deploy() {
    await(
        Future.all(
            List.of(
                answer(Addresses.FIND_RUN, asked -> new Storage.FoundRun(run(asked.run()))),
                answer(Addresses.PROPOSE, this::propose),
                answer(Addresses.APPROVE, asked -> approve(run(asked.mission()))),
                answer(Addresses.EXECUTE, asked -> execute(run(asked.mission()))),
                answer(Addresses.KEEP_SCHEDULE, this::keep),
                answer(Addresses.CLAIM_SCHEDULE, this::claim),
                answer(Addresses.SETTLE_SCHEDULE, this::settle))));
    await(vertx.deployVerticle(new SchedulerVerticle(bus, this::now)));
  }

  private <Q extends Message, A extends Message> Future<Void> answer(
      Question<Q, A> question, Function<Q, A> handler) {
    return bus.answer(
        question,
        asked -> {
          synchronized (this) {
            return handler.apply(asked);
          }
        });
  }

  <Q extends Message, A extends Message> A ask(Question<Q, A> question, Q asked) {
    return await(bus.ask(question, asked));
  }

  synchronized void now(Instant moment) {
    now = moment;
  }

  synchronized Instant now() {
    return now;
  }

  /** From now on nothing can be executed because of this; null heals. */
  synchronized void breakDown(@Nullable Problem problem) {
    broken = problem;
  }

  synchronized int refused() {
    return refused;
  }

  synchronized List<RunId> executed() {
    return List.copyOf(executed);
  }

  synchronized List<String> objectives() {
    return runs.values().stream().map(run -> Mission.of(run).brief().objective()).toList();
  }

  synchronized Schedule schedule() {
    return Objects.requireNonNull(schedule);
  }

  RunId mission() {
    return pattern;
  }

  void close() {
    await(vertx.close());
  }

  private Run run(RunRef ref) {
    return Objects.requireNonNull(runs.get(new RunId(ref.text())));
  }

  private Running.Submitted propose(Missions.Propose asked) {
    var before = keys.get(asked.idempotencyKey());
    var id = before == null ? propose(asked.brief().objective(), asked.idempotencyKey()) : before;
    return new Running.Submitted(Objects.requireNonNull(runs.get(id)), before == null);
  }

  private RunId propose(String objective, @Nullable String key) {
    var brief = new Brief(objective, null, List.of(), Brief.Priority.NORMAL, null);
    var run = mission(RunId.random(), Mission.proposed(brief), RunStatus.PROPOSED);
    keep(run);
    if (key != null) {
      keys.put(key, run.id());
    }
    return run.id();
  }

  private Run keep(Run run) {
    runs.put(run.id(), run);
    return run;
  }

  private Running.View approve(Run run) {
    var approved = Mission.of(run).approved(now);
    return new Running.View(keep(mission(run.id(), approved, RunStatus.PROPOSED)));
  }

  private Running.View execute(Run run) {
    if (broken != null) {
      refused++;
      throw new ProblemException(broken);
    }
    executed.add(run.id());
    return new Running.View(keep(mission(run.id(), Mission.of(run), RunStatus.QUEUED)));
  }

  private Scheduling.Planned keep(Scheduling.Keep asked) {
    schedule = asked.schedule();
    return new Scheduling.Planned(asked.schedule());
  }

  private Scheduling.Claimed claim(Scheduling.Claim asked) {
    var due = schedule == null ? null : schedule.nextAt();
    if (due == null || due.isAfter(asked.now()) || claimedUntil.isAfter(asked.now())) {
      return new Scheduling.Claimed(null);
    }
    claimedUntil = asked.until();
    return new Scheduling.Claimed(schedule);
  }

  private Storage.Saved settle(Scheduling.Settle asked) {
    var before = schedule();
    schedule =
        new Schedule(
            before.mission(),
            ADA,
            before.timing(),
            asked.nextAt(),
            asked.at(),
            asked.mission(),
            before.recipe());
    claimedUntil = Instant.EPOCH;
    return new Storage.Saved();
  }

  private static Run mission(RunId id, Mission mission, RunStatus status) {
    return new Run(
        id,
        1,
        ADA,
        null,
        new Order.Pursue(mission.brief()),
        null,
        status,
        new Standing(0, 0, null, "Waiting.", null),
        0,
        Instant.EPOCH,
        null,
        null,
        null,
        1,
        null,
        null,
        0,
        0,
        0,
        0,
        MissionStep.PLAN,
        new Checkpoint.OfMission(mission),
        null,
        null);
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
