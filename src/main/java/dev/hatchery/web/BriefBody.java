package dev.hatchery.web;

import dev.hatchery.protocol.Brief;
import dev.hatchery.protocol.Missions;
import dev.hatchery.protocol.Usd;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a body says of what a mission is to do. */
final class BriefBody {
  /** What the body of a proposal may have. */
  static final Set<String> PROPOSAL =
      Set.of("objective", "scope", "constraints", "priority", "budget_usd", "when_unsure");

  /** What the body of a change may have. */
  static final Set<String> CHANGE = Set.of("objective", "scope", "constraints", "priority");

  private static final int TEXT_MOST = 1000;
  private static final int CONSTRAINTS_MOST = 20;

  private final Body body;

  /** Reads a body with keys of {@link #PROPOSAL} or {@link #CHANGE}. */
  BriefBody(Body body) {
    this.body = body;
  }

  /** All of it. */
  Brief brief() {
    return new Brief(
        Words.text("objective", body.text("objective"), 1, Brief.OBJECTIVE_MOST),
        scope().filter(words -> !words.isEmpty()).orElse(null),
        body.has("constraints") ? constraints() : List.of(),
        priority().orElse(Brief.Priority.NORMAL),
        budget(),
        asks());
  }

  /** What of it is to be another. */
  Missions.Amendment amendment() {
    return new Missions.Amendment(
        body.text("objective")
            .map(words -> Words.text("objective", Optional.of(words), 1, Brief.OBJECTIVE_MOST))
            .orElse(null),
        scope().orElse(null),
        body.has("constraints") ? constraints() : null,
        priority().orElse(null));
  }

  private Optional<String> scope() {
    return body.text("scope").map(words -> Words.text("scope", Optional.of(words), 0, TEXT_MOST));
  }

  private List<String> constraints() {
    var constraints = body.texts("constraints");
    if (constraints.size() > CONSTRAINTS_MOST) {
      throw Refusal.invalid(
          "invalid_constraints",
          "constraints",
          "%d constraints at most.".formatted(CONSTRAINTS_MOST));
    }
    return constraints.stream()
        .map(words -> Words.text("constraints", Optional.of(words), 1, TEXT_MOST))
        .toList();
  }

  private Optional<Brief.Priority> priority() {
    return body.text("priority").map(BriefBody::priority);
  }

  private static Brief.Priority priority(String word) {
    return Arrays.stream(Brief.Priority.values())
        .filter(known -> RunJson.name(known).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.invalid(
                    "invalid_priority", "priority", "priority must be low, normal or high."));
  }

  private @Nullable Usd budget() {
    var given = body.decimal("budget_usd");
    if (given.isEmpty()) {
      return null;
    }
    if (given.get().signum() < 0 || given.get().compareTo(Brief.BUDGET_MOST) > 0) {
      throw Refusal.invalid(
          "invalid_budget_usd", "budget_usd", "budget_usd must be from 0 to 1,000,000.");
    }
    return Usd.of(given.get());
  }

  private boolean asks() {
    return switch (body.text("when_unsure").orElse("fail")) {
      case "ask" -> true;
      case "fail" -> false;
      default ->
          throw Refusal.invalid(
              "invalid_when_unsure", "when_unsure", "when_unsure must be ask or fail.");
    };
  }
}
