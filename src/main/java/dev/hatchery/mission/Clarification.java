package dev.hatchery.mission;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Brief;
import dev.hatchery.protocol.Findings;
import dev.hatchery.protocol.Intent;
import dev.hatchery.protocol.Mission;
import dev.hatchery.protocol.Mission.Edit;
import dev.hatchery.protocol.MissionStep;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Usd;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asking an owner instead of failing, and going on with the answer. */
final class Clarification {
  private static final Pattern AMOUNT = Pattern.compile("[\\d.,]*\\d");

  /** As in 1000, 1,000, 1,000.50 and .50; nobody knows what 1,50 and 1.000.000 are. */
  private static final Pattern DOLLARS =
      Pattern.compile("(?:\\d{1,3}(?:,\\d{3})+|\\d+)?(?:\\.\\d+)?");

  private static final Pattern CENTS =
      Pattern.compile("(?i)(?<![a-z])(?:cents?|cts?|penn(?:y|ies))\\b|\\d ?c\\b|¢");

  private Clarification() {}

  /** What to ask where the owner wants to be asked and an answer may help. */
  static Optional<String> question(Brief brief, MissionStep step, StepException reason) {
    return brief.asks()
        ? Optional.ofNullable(
            switch (step) {
              case INTENT_CLASSIFICATION -> IntentRules.QUESTION;
              case BUDGET_CHECK ->
                  // What the month allows is not the owner's to say.
                  reason.failure().code().equals(Budget.OF_MISSION)
                      ? sentence(reason) + " How much may it cost?"
                      : null;
              case TOOL_SELECTION -> sentence(reason) + " What shall it do instead?";
              default -> null;
            })
        : Optional.empty();
  }

  private static String sentence(StepException reason) {
    var words = reason.failure().words();
    return words.endsWith(".") ? words : words + ".";
  }

  /**
   * The mission with the answer: approved as before, and again before its second step.
   *
   * @throws ProblemException when what it asks for becomes too long, or it may cost too much
   */
  static Mission answered(Mission mission, String answer, Instant now) {
    var before = mission.brief();
    var amount = mission.current() == MissionStep.BUDGET_CHECK ? amount(answer) : null;
    var after = amount == null ? told(before, answer) : allowed(before, amount);
    var edit =
        amount == null
            ? new Edit(now, "objective", before.objective(), after.objective())
            : new Edit(
                now, "budget_usd", Objects.toString(before.budget(), null), amount.toString());
    return new Mission(
        after,
        Revision.with(mission.edits(), List.of(edit)),
        mission.approvedAt(),
        null,
        mission.passages().stream()
            .filter(passage -> passage.step() == MissionStep.VERIFICATION)
            .toList(),
        understood(mission.findings().intent()),
        null,
        false);
  }

  /** It is told anew what it asks for; what that has cost is not forgotten. */
  private static Findings understood(@Nullable Intent before) {
    return before == null ? Findings.NOTHING : Findings.NOTHING.with(before);
  }

  private static @Nullable Usd amount(String answer) {
    var found = AMOUNT.matcher(answer);
    if (!found.find()) {
      return null;
    }
    if (!DOLLARS.matcher(found.group()).matches() || CENTS.matcher(answer).find()) {
      throw invalid("Write the amount in dollars, as in 1,000 or 0.50.");
    }
    var dollars = new BigDecimal(found.group().replace(",", ""));
    if (dollars.compareTo(Brief.BUDGET_MOST) > 0) {
      throw invalid("A mission may cost 1,000,000 dollars at most.");
    }
    return Usd.of(dollars);
  }

  private static Brief told(Brief before, String answer) {
    var objective = before.objective() + " (" + answer + ")";
    if (Brief.isTooLong(objective)) {
      throw invalid("With this answer the objective becomes longer than 2,000 characters.");
    }
    return new Brief(
        objective,
        before.scope(),
        before.constraints(),
        before.priority(),
        before.budget(),
        before.asks());
  }

  private static Brief allowed(Brief before, Usd amount) {
    return new Brief(
        before.objective(),
        before.scope(),
        before.constraints(),
        before.priority(),
        amount,
        before.asks());
  }

  private static ProblemException invalid(String sentence) {
    return new ProblemException(new Problem.Invalid("invalid_answer", "answer", sentence));
  }
}
