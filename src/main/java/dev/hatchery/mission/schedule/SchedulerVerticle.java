package dev.hatchery.mission.schedule;

import static dev.hatchery.protocol.Addresses.CLAIM_SCHEDULE;
import static dev.hatchery.protocol.Addresses.FIND_RUN;
import static dev.hatchery.protocol.Addresses.KEEP_SCHEDULE;
import static dev.hatchery.protocol.Addresses.PLAN_SCHEDULE;
import static dev.hatchery.protocol.Addresses.SETTLE_SCHEDULE;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.Schedule;
import dev.hatchery.protocol.Scheduling;
import dev.hatchery.protocol.Storage;
import dev.hatchery.protocol.Timing;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has missions carried out when they are due; event loop. What was due while nobody was there is
 * carried out once. A firing is claimed in the database, so one node has it; and the mission it
 * makes has the firing's name as its key, so that a node that dies in the middle makes no second
 * one.
 */
public final class SchedulerVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(SchedulerVerticle.class);
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** Who has not settled a claim after this is taken for dead, and what was refused is retried. */
  private static final Duration CLAIM = Duration.ofSeconds(30);

  private static final Duration FAR = Duration.ofDays(3660);

  private final Bus bus;
  private final InstantSource clock;
  private final Firing firing;
  private boolean looking;

  public SchedulerVerticle(Bus bus, InstantSource clock) {
    this.bus = bus;
    this.clock = clock;
    this.firing = new Firing(bus);
  }

  @Override
  public Future<?> start() {
    vertx.setPeriodic(LOOK.toMillis(), tick -> look());
    return bus.answerLater(PLAN_SCHEDULE, this::plan);
  }

  private Future<Scheduling.Planned> plan(Scheduling.Plan plan) {
    var next = next(plan.timing());
    return bus.ask(FIND_RUN, new Storage.FindRun(plan.owner(), plan.mission()))
        .compose(found -> bus.ask(KEEP_SCHEDULE, new Scheduling.Keep(schedule(found.run(), next))));
  }

  private static Schedule schedule(Run run, Planned planned) {
    if (!(run.order() instanceof Order.Pursue)) {
      throw new ProblemException(new Problem.NotFound("Mission not found."));
    }
    return new Schedule(run.id(), run.owner(), planned.timing(), planned.next(), null, null, null);
  }

  private record Planned(Timing timing, Instant next) {}

  private Planned next(Timing timing) {
    if (timing.from().isAfter(clock.instant().plus(FAR))) {
      throw invalid("trigger_time", "trigger_time is more than ten years away.");
    }
    try {
      var next = new Occurrences(timing).after(clock.instant());
      if (next == null) {
        throw timing.cron() == null
            ? invalid("trigger_time", "trigger_time is over; choose one that is to come.")
            : invalid("cron", "The cron expression names a time that never comes.");
      }
      return new Planned(timing, next);
    } catch (IllegalArgumentException e) {
      throw invalid("cron", String.valueOf(e.getMessage()));
    }
  }

  private static ProblemException invalid(String field, String sentence) {
    return new ProblemException(new Problem.Invalid("invalid_" + field, field, sentence));
  }

  /** One look at a time; each carries out all that is due. */
  private void look() {
    if (!looking) {
      looking = true;
      carryOutAll()
          .onFailure(failure -> LOG.warn("What is due could not be carried out", failure))
          .onComplete(done -> looking = false);
    }
  }

  private Future<Void> carryOutAll() {
    var now = clock.instant();
    return bus.ask(CLAIM_SCHEDULE, new Scheduling.Claim(now, now.plus(CLAIM)))
        .compose(
            claimed ->
                claimed.schedule() == null
                    ? Future.succeededFuture()
                    : carryOut(claimed.schedule()).compose(done -> carryOutAll()));
  }

  private Future<Void> carryOut(Schedule schedule) {
    return firing
        .fire(schedule)
        .compose(made -> settle(schedule, made), failure -> refused(schedule, failure));
  }

  /** What can succeed later stays claimed, and is tried again when the claim ends. */
  private Future<Void> refused(Schedule schedule, Throwable failure) {
    var problem = ProblemException.in(failure);
    LOG.atWarn()
        .addKeyValue(RunId.KEY, schedule.mission())
        .log("The mission that is due could not be carried out: {}", problem.detail());
    return switch (problem) {
      case Problem.NotFound p -> settle(schedule, null);
      case Problem.Invalid p -> settle(schedule, null);
      case Problem.Conflict p -> settle(schedule, null);
      default -> Future.succeededFuture();
    };
  }

  private Future<Void> settle(Schedule schedule, @Nullable RunId made) {
    var due = schedule.nextAt();
    var now = clock.instant();
    return due == null
        ? Future.succeededFuture()
        : bus.ask(
                SETTLE_SCHEDULE,
                new Scheduling.Settle(
                    schedule.mission(),
                    due,
                    new Occurrences(schedule.timing()).after(now),
                    now,
                    made))
            .mapEmpty();
  }
}
