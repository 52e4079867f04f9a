package dev.hatchery.mission.schedule;

import static dev.hatchery.protocol.Addresses.APPROVE;
import static dev.hatchery.protocol.Addresses.EXECUTE;
import static dev.hatchery.protocol.Addresses.FIND_RUN;
import static dev.hatchery.protocol.Addresses.NOTE_RECIPE;
import static dev.hatchery.protocol.Addresses.PROPOSE;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Mission;
import dev.hatchery.protocol.MissionStatus;
import dev.hatchery.protocol.Missions;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Recipes;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.Running;
import dev.hatchery.protocol.Schedule;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One time that a scheduled mission is carried out: as a new mission of the same brief. */
final class Firing {
  private static final Logger LOG = LoggerFactory.getLogger(Firing.class);

  private final Bus bus;

  Firing(Bus bus) {
    this.bus = bus;
  }

  /** Makes, approves and executes it; what was done before of the same firing is not done again. */
  Future<RunId> fire(Schedule schedule) {
    return bus.ask(FIND_RUN, new Storage.FindRun(schedule.owner(), RunRef.of(schedule.mission())))
        .compose(found -> bus.ask(PROPOSE, anew(schedule, found.run())))
        .compose(proposed -> noted(schedule, proposed.run()))
        .compose(this::approved)
        .compose(this::executed)
        .map(
            run -> {
              LOG.atInfo()
                  .addKeyValue(RunId.KEY, run.id())
                  .log("Carried out as scheduled, by the brief of mission {}", schedule.mission());
              return run.id();
            });
  }

  private static Missions.Propose anew(Schedule schedule, Run pattern) {
    var due = schedule.nextAt();
    var key = "schedule:%s:%d".formatted(schedule.mission(), due == null ? 0 : due.toEpochMilli());
    return new Missions.Propose(schedule.owner(), Mission.of(pattern).brief(), key);
  }

  /** What comes of it counts for the recipe that the scheduled mission was made by. */
  private Future<Run> noted(Schedule schedule, Run run) {
    var recipe = schedule.recipe();
    return recipe == null
        ? Future.succeededFuture(run)
        : bus.ask(NOTE_RECIPE, new Recipes.Note(run.id(), schedule.owner(), recipe)).map(run);
  }

  private Future<Run> approved(Run run) {
    return MissionStatus.of(run) == MissionStatus.PROPOSED
        ? once(run, bus.ask(APPROVE, new Missions.Approve(run.owner(), RunRef.of(run.id()))))
        : Future.succeededFuture(run);
  }

  private Future<Run> executed(Run run) {
    return MissionStatus.of(run) == MissionStatus.APPROVED
        ? once(run, bus.ask(EXECUTE, new Missions.Execute(run.owner(), RunRef.of(run.id()))))
        : Future.succeededFuture(run);
  }

  /** Nodes whose clocks differ much may carry it out together; what one has done is done. */
  private Future<Run> once(Run run, Future<Running.View> doing) {
    return doing
        .map(Running.View::run)
        .recover(
            failure ->
                ProblemException.in(failure) instanceof Problem.Conflict
                    ? bus.ask(FIND_RUN, new Storage.FindRun(run.owner(), RunRef.of(run.id())))
                        .map(Storage.FoundRun::run)
                    : Future.failedFuture(failure));
  }
}
