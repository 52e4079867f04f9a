package dev.hatchery.mission;

import dev.hatchery.lease.Lease;
import dev.hatchery.mission.tool.Answer;
import dev.hatchery.mission.tool.Call;
import dev.hatchery.mission.tool.ToolException;
import dev.hatchery.mission.tool.Toolbox;
import dev.hatchery.protocol.Artifact;
import dev.hatchery.protocol.ArtifactId;
import dev.hatchery.protocol.Brief;
import dev.hatchery.protocol.Deed;
import dev.hatchery.protocol.Findings;
import dev.hatchery.protocol.Findings.Choice;
import dev.hatchery.protocol.Mission;
import dev.hatchery.protocol.MissionStep;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.Usd;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/** Puts the chosen tool to work, and keeps its answer in the moment it is there. */
final class ToolUse {
  private static final String CODE = "tool_execution_failed";
  private static final String FAILED = "Tool execution failed: ";
  private static final Duration TYPICALLY = Duration.ofSeconds(5);
  private static final int TITLE_MOST = 80;

  private final InstantSource clock;
  private final Run run;
  private final Terms terms;
  private final Toolbox tools;
  private final Lease lease;
  private final Charges charges;
  private final Telling telling;

  ToolUse(
      InstantSource clock,
      Run run,
      Terms terms,
      Toolbox tools,
      Lease lease,
      Charges charges,
      Telling telling) {
    this.clock = clock;
    this.run = run;
    this.terms = terms;
    this.tools = tools;
    this.lease = lease;
    this.charges = charges;
    this.telling = telling;
  }

  /**
   * The answer, whose artifact is kept with it.
   *
   * @param before as it was before the step started, perhaps again
   */
  Outcome use(Mission before, Future<Void> stopped) {
    var choice = Objects.requireNonNull(before.findings().choice());
    var tool = tools.find(choice.tool()).orElseThrow(() -> gone(before, choice));
    if (before.findings().toolBegun() && !tool.repeatable()) {
      throw interrupted(before, choice);
    }
    telling.estimates(MissionStep.TOOL_EXECUTION, choice.tool() + " is at work.", TYPICALLY);
    var since = System.nanoTime();
    lease.require();
    try {
      return kept(before, tool.use(call(before.brief(), stopped)), since);
    } catch (ToolException e) {
      var cost = terms.prices().cost(choice.tool(), 0);
      throw new StepException(
          new Mission.Failure(CODE, FAILED + e.words(), true),
          List.of(
              charges.settle(charges.understanding(before).plus(cost)),
              used(choice, false, since(since), cost)));
    }
  }

  /** What a use is counted as. */
  Deed.Use used(Choice choice, boolean success, Duration took, Usd cost) {
    return new Deed.Use(
        run.id(),
        run.owner(),
        choice.tool(),
        success,
        took,
        cost,
        choice.confidence(),
        clock.instant());
  }

  private Call call(Brief brief, Future<Void> stopped) {
    return new Call(
        run.id(),
        brief.objective(),
        brief.scope(),
        brief.constraints(),
        terms.patience(),
        (fraction, message) -> telling.measures(MissionStep.TOOL_EXECUTION, fraction, message),
        stopped);
  }

  private Outcome kept(Mission before, Answer answer, long since) {
    var artifact =
        new Artifact(
            ArtifactId.random(),
            run.owner(),
            run.id(),
            title(before.brief().objective()),
            answer.content(),
            clock.instant());
    var yield = new Findings.Yield(artifact.id(), answer.summary(), answer.tokens(), since(since));
    return new Outcome(
        before.findings().begun().with(yield), answer.summary(), List.of(new Deed.Keep(artifact)));
  }

  private static Duration since(long then) {
    return Duration.ofNanos(System.nanoTime() - then);
  }

  private static String title(String objective) {
    var line = objective.lines().findFirst().orElse("").strip();
    return line.codePointCount(0, line.length()) <= TITLE_MOST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, TITLE_MOST - 1)).strip() + "…";
  }

  private StepException gone(Mission before, Choice choice) {
    return ending(before, CODE, choice.tool() + " is no longer configured.");
  }

  private StepException interrupted(Mission before, Choice choice) {
    return ending(
        before,
        "tool_interrupted",
        "the server stopped while %s was at work, and it may have had its effect already."
            .formatted(choice.tool()));
  }

  private StepException ending(Mission before, String code, String words) {
    return new StepException(
        new Mission.Failure(code, FAILED + words, false), charges.spent(before));
  }
}
