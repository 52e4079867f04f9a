package dev.hatchery.protocol;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mission is to do.
 *
 * @param objective the user's words, 1 to 2,000 characters, trimmed
 * @param scope where to look, or what to leave out, in the user's words; or null
 * @param constraints what has to hold, in the user's words
 * @param budget what it may cost at most, or null for whatever its owner may spend
 * @param asks whether its owner is asked, rather than that it fails, when it is not clear how to go
 *     on
 */
public record Brief(
    String objective,
    @Nullable String scope,
    List<String> constraints,
    Priority priority,
    @Nullable Usd budget,
    boolean asks) {
  /** How many characters an objective has at most. */
  public static final int OBJECTIVE_MOST = 2000;

  /** How many dollars a mission may cost at most. */
  public static final BigDecimal BUDGET_MOST = BigDecimal.valueOf(1_000_000);

  public Brief {
    constraints = List.copyOf(constraints);
  }

  /** One whose owner is not asked. */
  public Brief(
      String objective,
      @Nullable String scope,
      List<String> constraints,
      Priority priority,
      @Nullable Usd budget) {
    this(objective, scope, constraints, priority, budget, false);
  }

  /** Whether an objective has more characters, as people count them, than it may. */
  public static boolean isTooLong(String objective) {
    return objective.codePointCount(0, objective.length()) > OBJECTIVE_MOST;
  }

  /** How much it matters to its owner. */
  public enum Priority {
    LOW(-1),
    NORMAL(0),
    HIGH(1);

    private static final Duration STEP = Duration.ofMinutes(10);

    private final int steps;

    Priority(int steps) {
      this.steps = steps;
    }

    /**
     * So much longer than it does it counts as waiting for its turn; negative where it lets others
     * pass. There is a bound, so that nobody waits for ever.
     */
    public Duration headStart() {
      return STEP.multipliedBy(steps);
    }
  }
}
