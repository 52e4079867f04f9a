package dev.hatchery.mission;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.mission.tool.Toolbox;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Checkpoint;
import dev.hatchery.protocol.Ledger;
import dev.hatchery.protocol.Mission;
import dev.hatchery.protocol.MissionHappening;
import dev.hatchery.protocol.MissionStatus;
import dev.hatchery.protocol.Missions;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.Running;
import dev.hatchery.protocol.Storage;
import dev.hatchery.protocol.ToolName;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where owners propose, change, approve, execute and judge their missions; on virtual threads. */
final class Desk {
  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

  private static final String PROPOSED = "Waiting for your approval.";
  private static final String APPROVED = "Approved; it waits to be executed.";
  private static final int ATTEMPTS = 3;

  private final Bus bus;
  private final InstantSource clock;
  private final Toolbox tools;
  private final Storage.Room room;
  private final Turns turns = new Turns();

  Desk(Bus bus, InstantSource clock, Toolbox tools, Storage.Room room) {
    this.bus = bus;
    this.clock = clock;
    this.tools = tools;
    this.room = room;
  }

  Running.Submitted propose(Missions.Propose propose) {
    var submitted =
        bus.ask(
                Addresses.SUBMIT,
                new Running.Submit(
                    propose.owner(),
                    new Order.Pursue(propose.brief(), propose.part()),
                    null,
                    Duration.ZERO,
                    propose.idempotencyKey()))
            .await();
    if (!submitted.created()) {
      return submitted;
    }
    var run = submitted.run();
    change(run, Mission.of(run), MissionStatus.PROPOSED, List.of(), PROPOSED);
    return new Running.Submitted(find(run.owner(), RunRef.of(run.id())), true);
  }

  Missions.Amended amend(Missions.Amend amend) {
    return inTurn(
        amend.owner(),
        amend.mission(),
        run -> {
          new Condition(run)
              .require(
                  MissionStatus.PROPOSED, "not_proposed", "Only a proposed mission is changed.");
          var revision = Revision.of(Mission.of(run), amend.amendment(), clock.instant());
          if (!revision.changed().isEmpty()) {
            change(
                run,
                revision.mission(),
                MissionStatus.PROPOSED,
                revision.changed(),
                "Changed: %s.".formatted(String.join(", ", revision.changed())));
          }
          return new Missions.Amended(find(run), revision.changed());
        });
  }

  Running.View approve(Missions.Approve approve) {
    return inTurn(
        approve.owner(),
        approve.mission(),
        run -> {
          new Condition(run)
              .require(
                  MissionStatus.PROPOSED,
                  "not_proposed",
                  "Only a proposed mission can be approved.");
          change(
              run,
              Mission.of(run).approved(clock.instant()),
              MissionStatus.APPROVED,
              List.of(),
              APPROVED);
          return new Running.View(find(run));
        });
  }

  Running.View execute(Missions.Execute execute) {
    return inTurn(
        execute.owner(),
        execute.mission(),
        run -> {
          new Condition(run).requireApproved();
          return execute(run, Mission.of(run), List.of());
        });
  }

  /** Told of first, so that it is seen also where there is no room to execute it now. */
  Running.View tryAgain(Missions.TryAgain again) {
    return inTurn(
        again.owner(),
        again.mission(),
        run -> {
          var mission = Mission.of(run);
          var approved = mission.approvedAt() != null;
          var status = approved ? MissionStatus.APPROVED : MissionStatus.PROPOSED;
          change(run, mission, status, List.of(), approved ? APPROVED : PROPOSED);
          return approved ? execute(find(run), mission, List.of()) : new Running.View(find(run));
        });
  }

  private Running.View execute(Run run, Mission mission, List<String> changed) {
    bus.ask(Addresses.FIND_ROOM, new Storage.FindRoom(run.owner(), RunKind.MISSION, room)).await();
    change(run, mission, MissionStatus.EXECUTING, changed, "Waiting for its turn.");
    var queued = find(run);
    bus.ask(Addresses.LINE_UP, new Running.LineUp(queued)).await();
    return new Running.View(queued);
  }

  Running.View clarify(Missions.Clarify clarify) {
    return inTurn(
        clarify.owner(),
        clarify.mission(),
        run -> {
          new Condition(run)
              .require(
                  MissionStatus.CLARIFICATION_NEEDED,
                  "nothing_asked",
                  "Only a mission that asks something can be answered.");
          var before = Mission.of(run);
          var then = Clarification.answered(before, clarify.answer(), clock.instant());
          return execute(run, then, List.of(then.edits().getLast().field()));
        });
  }

  Running.View judge(Missions.Judge judge) {
    var run = find(judge.owner(), judge.mission());
    if (tools.find(judge.tool()).isEmpty()) {
      throw new ProblemException(
          new Problem.Invalid(
              "unknown_tool", "tool", "There is no tool %s here.".formatted(judge.tool())));
    }
    bus.ask(
            Addresses.KEEP_VERDICT,
            new Ledger.KeepVerdict(run.owner(), judge.tool(), judge.verdict(), clock.instant()))
        .await();
    LOG.atInfo()
        .addKeyValue(RunId.KEY, run.id())
        .log("{} says of {}: {}", run.owner(), judge.tool(), judge.verdict());
    return new Running.View(run);
  }

  Missions.Rated rate(Missions.Rate rate) {
    var run = find(rate.owner(), rate.mission());
    new Condition(run)
        .require(
            MissionStatus.COMPLETED, "not_completed", "Only a completed mission can be rated.");
    bus.ask(
            Addresses.KEEP_SURVEY,
            new Ledger.KeepSurvey(run.id(), run.owner(), tool(run), rate.survey(), clock.instant()))
        .await();
    return new Missions.Rated(rate.survey().adjustment());
  }

  /** Does this with the mission as it is when its turn has come. */
  private <T> T inTurn(Owner owner, RunRef mission, Function<Run, T> doing) {
    var found = find(owner, mission);
    return turns.take(found.id(), () -> attempt(found, doing, ATTEMPTS));
  }

  /** Where its owner said something on another node meanwhile, nothing was done, and is now. */
  private <T> T attempt(Run found, Function<Run, T> doing, int left) {
    try {
      return doing.apply(find(found));
    } catch (ProblemException e) {
      if (!(e.problem() instanceof Problem.Stale) || left == 1) {
        throw e;
      }
      return attempt(found, doing, left - 1);
    }
  }

  private static ToolName tool(Run run) {
    var choice = Mission.of(run).findings().choice();
    if (choice == null) {
      throw new ProblemException(
          new Problem.Conflict("not_completed", "This mission used no tool."));
    }
    return choice.tool();
  }

  private void change(
      Run run, Mission then, MissionStatus status, List<String> changed, String message) {
    bus.ask(Addresses.OPEN_PROGRESS, new Progress.Open(run)).await();
    bus.ask(
            Addresses.REACH,
            new Progress.Reach(
                run.id(),
                run.epoch(),
                new MissionHappening.Changed(status, run.number(), then.brief(), changed),
                message,
                null,
                new Checkpoint.OfMission(then)))
        .await();
  }

  private Run find(Run before) {
    return find(before.owner(), RunRef.of(before.id()));
  }

  private Run find(Owner owner, RunRef mission) {
    try {
      var run = bus.ask(Addresses.FIND_RUN, new Storage.FindRun(owner, mission)).await().run();
      if (run.order() instanceof Order.Pursue) {
        return run;
      }
    } catch (ProblemException e) {
      if (!(e.problem() instanceof Problem.NotFound)) {
        throw e;
      }
    }
    throw new ProblemException(new Problem.NotFound("Mission not found."));
  }
}
