package dev.hatchery.mission;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.ArtifactKind;
import dev.hatchery.protocol.Deed;
import dev.hatchery.protocol.Findings;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.Leasing;
import dev.hatchery.protocol.Mission;
import dev.hatchery.protocol.MissionHappening;
import dev.hatchery.protocol.MissionStatus;
import dev.hatchery.protocol.MissionStep;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.ToolName;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One mission through its seven steps to its ending. Each step is kept with its milestone, and a
 * step that is kept is not done again, so that a restart is the same story as a start.
 */
final class MissionSaga {
  private static final Logger LOG = LoggerFactory.getLogger(MissionSaga.class);

  private final Run run;
  private final Telling telling;
  private final Steps steps;
  private final Promise<Void> stopped = Promise.promise();
  private boolean cancelled;
  private boolean abandoned;

  MissionSaga(Run run, Telling telling, Steps steps) {
    this.run = run;
    this.telling = telling;
    this.steps = steps;
  }

  /**
   * Tells it to its end, on a virtual thread; failures end in the journal and not here.
   *
   * @throws ProblemException what it failed of, where the journal does not take that from here
   */
  void tell() {
    try {
      pursue();
    } catch (ProblemException e) {
      end(e.problem());
    } catch (CancellationException e) {
      end(new Problem.Cancelled("The mission was cancelled."));
    } catch (RuntimeException e) {
      LOG.atError().addKeyValue(RunId.KEY, run.id()).setCause(e).log("A mission failed");
      end(ProblemException.in(e));
    }
  }

  /** Its owner does not want it any more. */
  void cancel() {
    cancelled = true;
    stopped.tryFail(new CancellationException());
  }

  boolean concernedBy(Leasing.Lost lost) {
    return lost.concerns(run.id(), run.epoch());
  }

  /** Somebody else will go on with it; what happens here from now on is no ending. */
  void abandon() {
    abandoned = true;
    stopped.tryFail(new CancellationException());
  }

  private void pursue() {
    if (telling.mission().failure() == null && allSteps()) {
      stop(MissionStatus.COMPLETED);
      achieve();
    } else if (telling.mission().question() == null) {
      stop(MissionStatus.FAILED);
      var failure = Objects.requireNonNull(telling.mission().failure());
      telling.ends(
          new Happening.Failed(failure.code(), failure.retryable()), failure.words(), List.of());
    }
  }

  /** False when one of them failed, or its owner is asked, which is told already. */
  private boolean allSteps() {
    return step(MissionStep.VERIFICATION, "Looking whether it may be executed.", steps::verify)
        && step(MissionStep.INTENT_CLASSIFICATION, "Reading what it asks for.", steps::classify)
        && step(MissionStep.BUDGET_CHECK, "Asking what it may cost.", steps::reserve)
        && step(MissionStep.TOOL_SELECTION, "Choosing a tool.", steps::select)
        && step(MissionStep.TOOL_EXECUTION, "Putting the tool to work.", this::use)
        && step(MissionStep.ARTIFACT_CREATION, "Keeping what it found.", this::publish)
        && step(MissionStep.FINALIZE, "Settling what it cost.", steps::settle);
  }

  private interface Work {
    Outcome of(Mission mission);
  }

  private boolean step(MissionStep step, String message, Work work) {
    var before = telling.mission();
    if (before.completed(step)) {
      return true;
    }
    heed();
    try {
      telling.starts(step, again(before, step, message), begun(before, step));
      var outcome = work.of(before);
      heed();
      telling.completes(step, outcome);
      return true;
    } catch (StepException e) {
      heed();
      fail(step, e);
      return false;
    }
  }

  private void fail(MissionStep step, StepException reason) {
    var mission = telling.mission();
    var question = Clarification.question(mission.brief(), step, reason);
    if (question.isPresent()) {
      telling.asks(step, question.get(), spent());
    } else {
      telling.fails(step, reason.failure(), reason.deeds().isEmpty() ? spent() : reason.deeds());
    }
  }

  /** That a tool is put to work is kept before it is, for it may have effect from then on. */
  private static Findings begun(Mission before, MissionStep step) {
    return step == MissionStep.TOOL_EXECUTION ? before.findings().begun() : before.findings();
  }

  private static String again(Mission before, MissionStep step, String message) {
    return before.passage(step) == null ? message : "The server restarted. " + message;
  }

  private Outcome use(Mission before) {
    return steps.use(before, stopped.future());
  }

  private Outcome publish(Mission before) {
    var artifact = steps.draft(telling.mission());
    var published = telling.mission().findings().with(artifact.id());
    if (before.findings().artifact() == null) {
      telling.tells(
          new MissionHappening.ArtifactPreview(
              artifact.id(), artifact.title(), ArtifactKind.of(artifact.content())),
          "There is something to look at: " + artifact.title(),
          telling.mission().with(published));
    }
    return new Outcome(published, "It is kept and can be looked at.");
  }

  private void stop(MissionStatus status) {
    var mission = telling.mission();
    if (!mission.stopped()) {
      telling.tells(
          new MissionHappening.Stopped(status, tool(mission)), stopping(status), mission.stop());
    }
  }

  private static String stopping(MissionStatus status) {
    return switch (status) {
      case COMPLETED -> "All seven steps are done.";
      case CANCELLED -> "It is stopped as you wished.";
      default -> "It stops here.";
    };
  }

  private void achieve() {
    var findings = telling.mission().findings();
    var choice = Objects.requireNonNull(findings.choice());
    telling.ends(
        new MissionHappening.Achieved(
            choice.tool(),
            choice.confidence(),
            Objects.requireNonNull(findings.artifact()),
            Objects.requireNonNull(findings.cost())),
        Objects.requireNonNull(findings.yield()).summary(),
        List.of());
  }

  private static @Nullable ToolName tool(Mission mission) {
    var choice = mission.findings().choice();
    return choice == null ? null : choice.tool();
  }

  private void end(Problem problem) {
    if (abandoned || problem instanceof Problem.Stale) {
      LOG.atInfo()
          .addKeyValue(RunId.KEY, run.id())
          .log("The mission is left to whoever goes on with it");
      return;
    }
    try {
      if (cancelled) {
        stop(MissionStatus.CANCELLED);
        telling.ends(new Happening.Cancelled(), "You stopped it here.", spent());
      } else {
        LOG.atWarn()
            .addKeyValue(RunId.KEY, run.id())
            .log("The mission ends with {}: {}", problem.code(), problem.detail());
        stop(MissionStatus.FAILED);
        telling.ends(new Happening.Failed(problem.code(), true), problem.detail(), spent());
      }
    } catch (ProblemException e) {
      LOG.atError()
          .addKeyValue(RunId.KEY, run.id())
          .log("The mission could not be ended: {}", e.getMessage());
      throw new ProblemException(problem);
    }
  }

  private List<Deed> spent() {
    return steps.spent(telling.mission());
  }

  /** Stops here when nobody wants it any more. */
  private void heed() {
    if (cancelled || abandoned) {
      throw new ProblemException(new Problem.Cancelled("The mission was cancelled."));
    }
  }
}
