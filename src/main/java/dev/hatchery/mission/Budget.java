package dev.hatchery.mission;

import dev.hatchery.protocol.Mission;
import dev.hatchery.protocol.Usd;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a mission may cost. What is estimated is set aside before the mission spends anything, so
 * that missions that run at the same time cannot together spend more than their owner may; when it
 * is done what it did cost takes the place of that.
 *
 * @param mission its own limit, or null for none
 * @param month what its owner may spend in a month
 */
public record Budget(@Nullable Usd mission, Usd month) {
  /** The mission may not cost so much; its owner can let it cost more. */
  static final String OF_MISSION = "budget_exceeded";

  /** So much may not be spent this month, whatever the mission may cost. */
  static final String OF_MONTH = "monthly_limit_exceeded";

  /**
   * Why this cannot be spent, as in {@code Budget exceeded: $5.23 > $5.00 limit}; empty when it
   * can.
   *
   * @param others what the owner's other missions of the month have set aside or spent
   */
  public Optional<Mission.Failure> refusal(Usd estimate, Usd others) {
    if (mission != null && estimate.compareTo(mission) > 0) {
      return Optional.of(exceeded(OF_MISSION, estimate, mission, ""));
    }
    var together = others.plus(estimate);
    return together.compareTo(month) > 0
        ? Optional.of(exceeded(OF_MONTH, together, month, " of this month"))
        : Optional.empty();
  }

  private static Mission.Failure exceeded(String code, Usd amount, Usd limit, String which) {
    var words = "Budget exceeded: %s > %s limit%s".formatted(amount, limit, which);
    return new Mission.Failure(code, words, false);
  }
}
