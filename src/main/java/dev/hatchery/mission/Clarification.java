package dev.hatchery.mission;

import dev.hatchery.protocol.Brief;
import dev.hatchery.protocol.Findings;
import dev.hatchery.protocol.Intent;
import dev.hatchery.protocol.Mission;
import dev.hatchery.protocol.Mission.Edit;
import dev.hatchery.protocol.MissionStep;
import dev.hatchery.protocol.Usd;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asking an owner instead of failing, and going on with the answer. */
final class Clarification {
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,7}(?:\\.\\d{1,6})?");

  private Clarification() {}

  /** What to ask where the owner wants to be asked and an answer may help. */
  static Optional<String> question(Brief brief, MissionStep step, StepException reason) {
    return brief.asks()
        ? Optional.ofNullable(
            switch (step) {
              case INTENT_CLASSIFICATION ->
                  "What shall it do: find pages about something, read a page, work something out,"
                      + " or write a text?";
              case BUDGET_CHECK -> reason.failure().words() + ". How much may it cost?";
              case TOOL_SELECTION -> reason.failure().words() + " What shall it do instead?";
              default -> null;
            })
        : Optional.empty();
  }

  /** The mission with the answer: approved as before, and again before its second step. */
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
    return found.find() ? Usd.of(found.group()) : null;
  }

  private static Brief told(Brief before, String answer) {
    return new Brief(
        before.objective() + " (" + answer + ")",
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
}
